/** An organisation, by its code; the registry knows its name. */
import { Directive, Field, ObjectType } from "type-graphql";

@Directive('@key(fields: "code")')
@ObjectType("Organisation")
export class Organisation {
  @Field(() => String, { description: "Its code, as `bas-saint-laurent-1`." })
  code: string;
}
