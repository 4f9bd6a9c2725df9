/** An organisation as this subgraph names it, and FCCQ's own network. */
import { Directive, Field, ObjectType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";

@Directive('@key(fields: "code")')
@ObjectType("Organisation")
export class Organisation {
  @Field(() => String, { description: "The short name by which systems name it." })
  code: string;
}

@ObjectType({ description: "FCCQ's network of businesses, as it stands today (réseau)." })
export class BusinessNetwork {
  @Field(() => DateScalar, { description: "The day the figures are of." })
  asOf: string;
}
