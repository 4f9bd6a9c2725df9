/** What became of milestones that were reported together, in the graph. */
import { Field, ObjectType } from "type-graphql";
import { UserError } from "../../../platform/user-error.ts";

@ObjectType({ description: "What became of one of the milestones reported." })
export class MilestoneReportResult {
  @Field(() => String, { description: "Your own id of the event." })
  sourceId: string;

  @Field(() => [UserError], { description: "Why it was refused; empty when it was taken, now or before." })
  userErrors: UserError[];

  milestoneId: string | null;
}

@ObjectType({ description: "What milestonesReport did." })
export class MilestonesReportPayload {
  @Field(() => [MilestoneReportResult], {
    nullable: true,
    description: "What became of each milestone, in the order given; null when the whole was refused.",
  })
  results: MilestoneReportResult[] | null;

  @Field(() => [UserError], {
    description: "Why the whole was refused, and nothing written; empty when it was not.",
  })
  userErrors: UserError[];
}
