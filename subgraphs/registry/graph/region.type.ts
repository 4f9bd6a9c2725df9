/** An administrative region; every partner says what it has there. */
import { Directive, Field, ObjectType } from "type-graphql";

@Directive('@key(fields: "code")')
@ObjectType({ description: "An administrative region of Québec (région administrative)." })
export class Region {
  @Field(() => String, { description: 'The code of the region, "01" to "17".' })
  code: string;

  @Field(() => String, { description: "Its name; never translated." })
  name: string;
}
