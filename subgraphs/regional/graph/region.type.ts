/** An administrative region, by its code; every partner says what it has there. */
import { Directive, Field, ObjectType } from "type-graphql";

@Directive('@key(fields: "code")')
@ObjectType("Region")
export class Region {
  @Field(() => String, { description: 'The code of the region, "01" to "17".' })
  code: string;
}
