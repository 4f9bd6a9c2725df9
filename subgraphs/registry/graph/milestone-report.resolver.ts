/** The milestones behind the results of a report. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RegistryContext } from "../context.ts";
import { MilestoneReportResult } from "./milestone-report.type.ts";
import { Milestone } from "./pathway.type.ts";

@Resolver(() => MilestoneReportResult)
export class MilestoneReportResultResolver {
  @FieldResolver(() => Milestone, {
    nullable: true,
    description: "The milestone as it stands; null when it was refused.",
  })
  milestone(@Root() { milestoneId }: MilestoneReportResult, @Ctx() { load }: RegistryContext) {
    return milestoneId && load.milestone.load(milestoneId);
  }
}
