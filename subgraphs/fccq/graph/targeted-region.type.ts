/** A region that the programme targets, in the graph. */
import { Field, ID, ObjectType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";

@ObjectType({ description: "A region that the programme targets, for a time (région ciblée)." })
export class TargetedRegion {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateScalar, { description: "Since when." })
  since: string;

  @Field(() => DateScalar, { nullable: true, description: "The last day; null while it lasts." })
  until: string | null;

  regionCode: string;
}
