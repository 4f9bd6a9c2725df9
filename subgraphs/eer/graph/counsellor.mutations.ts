/** The changes of counsellors and caseload. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { counsellorAdd, CounsellorAddInput } from "../actions/counsellor-add.ts";
import { counsellorAssign, CounsellorAssignInput } from "../actions/counsellor-assign.ts";
import { counsellorLeave, CounsellorLeaveInput } from "../actions/counsellor-leave.ts";
import type { EerContext } from "../context.ts";
import { Counsellor, CounsellorAssignment } from "./counsellor.type.ts";

const CounsellorAddPayload = payloadOf("CounsellorAdd", "counsellor", () => Counsellor);
const CounsellorLeavePayload = payloadOf("CounsellorLeave", "counsellor", () => Counsellor);
const CounsellorAssignPayload = payloadOf("CounsellorAssign", "assignment", () => CounsellorAssignment);

@Resolver()
export class CounsellorMutations {
  @Mutation(() => CounsellorAddPayload, {
    description: "Adds a counsellor to the team. For EER's counsellors.",
  })
  counsellorAdd(@Arg("input") input: CounsellorAddInput, @Ctx() context: EerContext) {
    return payload("counsellor", counsellorAdd, input, context);
  }

  @Mutation(() => CounsellorLeavePayload, {
    description: "A counsellor leaves the team, with nothing in their care any more. For EER's counsellors.",
  })
  counsellorLeave(@Arg("input") input: CounsellorLeaveInput, @Ctx() context: EerContext) {
    return payload("counsellor", counsellorLeave, input, context);
  }

  @Mutation(() => CounsellorAssignPayload, {
    description: "Gives a household into the care of a counsellor. For EER's counsellors.",
  })
  counsellorAssign(@Arg("input") input: CounsellorAssignInput, @Ctx() context: EerContext) {
    return payload("assignment", counsellorAssign, input, context);
  }
}
