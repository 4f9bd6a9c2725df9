/** The changes of eligibility, track and readiness. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import {
  employabilityEligibilityAssess,
  EmployabilityEligibilityAssessInput,
} from "../actions/employability-eligibility-assess.ts";
import {
  employabilityTrackChange,
  EmployabilityTrackChangeInput,
} from "../actions/employability-track-change.ts";
import { readinessDeclare, ReadinessDeclareInput } from "../actions/readiness-declare.ts";
import { readinessWithdraw, ReadinessWithdrawInput } from "../actions/readiness-withdraw.ts";
import type { EerContext } from "../context.ts";
import { EmployabilityEligibility } from "./eligibility.type.ts";
import { EmployabilityFile, Readiness } from "./employability.type.ts";

const EmployabilityEligibilityAssessPayload = payloadOf(
  "EmployabilityEligibilityAssess",
  "eligibility",
  () => EmployabilityEligibility,
);
const EmployabilityTrackChangePayload = payloadOf(
  "EmployabilityTrackChange",
  "file",
  () => EmployabilityFile,
);
const ReadinessDeclarePayload = payloadOf("ReadinessDeclare", "readiness", () => Readiness);
const ReadinessWithdrawPayload = payloadOf("ReadinessWithdraw", "readiness", () => Readiness);

@Resolver()
export class EmployabilityMutations {
  @Mutation(() => EmployabilityEligibilityAssessPayload, {
    description:
      "Assesses eligibility by the rule in force, and keeps the rule and the reasons. For EER's counsellors.",
  })
  employabilityEligibilityAssess(
    @Arg("input") input: EmployabilityEligibilityAssessInput,
    @Ctx() context: EerContext,
  ) {
    return payload("eligibility", employabilityEligibilityAssess, input, context);
  }

  @Mutation(() => EmployabilityTrackChangePayload, {
    description: "Changes what a person moves to a region for. For EER's counsellors.",
  })
  employabilityTrackChange(@Arg("input") input: EmployabilityTrackChangeInput, @Ctx() context: EerContext) {
    return payload("file", employabilityTrackChange, input, context);
  }

  @Mutation(() => ReadinessDeclarePayload, {
    description:
      "Declares a person ready: for matching on the track EMPLOYMENT, for the region on the others. For EER's counsellors.",
  })
  readinessDeclare(@Arg("input") input: ReadinessDeclareInput, @Ctx() context: EerContext) {
    return payload("readiness", readinessDeclare, input, context);
  }

  @Mutation(() => ReadinessWithdrawPayload, {
    description: "Withdraws a declaration of readiness, with the reason. For EER's counsellors.",
  })
  readinessWithdraw(@Arg("input") input: ReadinessWithdrawInput, @Ctx() context: EerContext) {
    return payload("readiness", readinessWithdraw, input, context);
  }
}
