/** What moves a person's pathway, and who their main contact is. */
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import { payloadOf } from "../../../platform/payload.ts";
import type { GraphQLResolveInfo } from "graphql";
import { perform } from "../../../platform/action.ts";
import { mainContactAssign, MainContactAssignInput } from "../actions/main-contact-assign.ts";
import { milestoneReport, MilestoneReportInput } from "../actions/milestone-report.ts";
import { milestonesReport, MilestonesReportInput } from "../actions/milestones-report.ts";
import type { RegistryContext } from "../context.ts";
import { Candidate } from "./candidate.type.ts";
import { openCandidate } from "./open-candidate.ts";
import { MilestonesReportPayload } from "./milestone-report.type.ts";
import { MilestoneReportPayload } from "./pathway.type.ts";

const MainContactAssignPayload = payloadOf("MainContactAssign", "candidate", () => Candidate);

@Resolver()
export class PathwayMutations {
  @Mutation(() => MilestoneReportPayload, {
    description: "Reports a milestone; the stage follows from all that were reported.",
  })
  async milestoneReport(
    @Arg("input") input: MilestoneReportInput,
    @Ctx() context: RegistryContext,
  ): Promise<MilestoneReportPayload> {
    const { thing, userErrors } = await perform(milestoneReport, input, context);
    return { milestone: thing, moved: thing && thing.moved, userErrors };
  }

  @Mutation(() => MilestonesReportPayload, {
    description:
      "Reports up to 100 milestones: each is judged by itself, and those that are refused keep none of the others back.",
  })
  async milestonesReport(@Arg("input") input: MilestonesReportInput, @Ctx() context: RegistryContext) {
    const { thing, userErrors } = await perform(milestonesReport, input, context);
    return { results: thing && thing.results, userErrors };
  }

  @Mutation(() => MainContactAssignPayload, {
    description: "Names the main contact of a person, for the responsible organisation.",
  })
  async mainContactAssign(
    @Arg("input") input: MainContactAssignInput,
    @Ctx() context: RegistryContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { thing, userErrors } = await perform(mainContactAssign, input, context);
    return { candidate: thing && (await openCandidate({ id: thing.id }, context, info)), userErrors };
  }
}
