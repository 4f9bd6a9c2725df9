/** Counsellors and who is in their care, in the graph. */
import { Field, ID, ObjectType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";

@ObjectType({ description: "A counsellor of one of the three organisations (intervenant, conseiller)." })
export class Counsellor {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "Their name, as they sign." })
  name: string;

  @Field(() => DateScalar, { description: "Since when they are a counsellor." })
  startedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Until when; null while they are." })
  endedOn: string | null;

  tenant: string;
}

@ObjectType({ description: "A household in the care of a counsellor (accompagnement)." })
export class CounsellorAssignment {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateScalar, { description: "Since when." })
  since: string;

  @Field(() => DateScalar, { nullable: true, description: "Until when; null while it lasts." })
  until: string | null;

  counsellorId: string;
  householdId: string;
  tenant: string;
}

export const CounsellorConnection = connectionOf(() => Counsellor, "Counsellor");
export const CounsellorAssignmentConnection = connectionOf(
  () => CounsellorAssignment,
  "CounsellorAssignment",
);
