/** An organisation, by its code; the registry says who it is. */
import { Directive, Field, ObjectType } from "type-graphql";

@Directive('@key(fields: "code")')
@ObjectType("Organisation")
export class Organisation {
  @Field(() => String, { description: "The code of the organisation, as `promis`." })
  code: string;
}
