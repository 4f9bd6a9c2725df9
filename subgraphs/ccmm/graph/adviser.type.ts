/** An adviser in the graph. */
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";

@ObjectType({
  description: "An adviser of CCMM's team Talents et diversité (conseillère ou conseiller).",
})
export class PasserelleAdviser {
  @Field(() => ID, { description: "Their id." })
  id: string;

  @Field(() => String, { description: "Their name." })
  name: string;

  @Field(() => DateScalar, { description: "Since when they advise." })
  since: string;

  @Field(() => DateScalar, { nullable: true, description: "Their last day; null while they advise." })
  until: string | null;
}

export const AdviserConnection = connectionOf(() => PasserelleAdviser, "PasserelleAdviser");
