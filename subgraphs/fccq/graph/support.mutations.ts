/** The changes of what FCCQ does for people and for those who employ them. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { employerSupportRecord, EmployerSupportRecordInput } from "../actions/employer-support-record.ts";
import {
  financialGuidanceRecord,
  FinancialGuidanceRecordInput,
} from "../actions/financial-guidance-record.ts";
import { workerFollowUpRecord, WorkerFollowUpRecordInput } from "../actions/worker-follow-up-record.ts";
import type { FccqContext } from "../context.ts";
import { EmployerSupport } from "./employer-support.type.ts";
import { FinancialGuidance } from "./financial-guidance.type.ts";
import { WorkerFollowUp } from "./worker-follow-up.type.ts";

const WorkerFollowUpRecordPayload = payloadOf("WorkerFollowUpRecord", "followUp", () => WorkerFollowUp);
const FinancialGuidanceRecordPayload = payloadOf(
  "FinancialGuidanceRecord",
  "guidance",
  () => FinancialGuidance,
);
const EmployerSupportRecordPayload = payloadOf("EmployerSupportRecord", "support", () => EmployerSupport);

@Resolver()
export class SupportMutations {
  @Mutation(() => WorkerFollowUpRecordPayload, {
    description: "Records a follow-up of a person at work. For FCCQ's officers.",
  })
  workerFollowUpRecord(@Arg("input") input: WorkerFollowUpRecordInput, @Ctx() context: FccqContext) {
    return payload("followUp", workerFollowUpRecord, input, context);
  }

  @Mutation(() => FinancialGuidanceRecordPayload, {
    description: "Records guidance to a financial aid. For FCCQ's officers.",
  })
  financialGuidanceRecord(@Arg("input") input: FinancialGuidanceRecordInput, @Ctx() context: FccqContext) {
    return payload("guidance", financialGuidanceRecord, input, context);
  }

  @Mutation(() => EmployerSupportRecordPayload, {
    description: "Records help in human resources given to a business. For FCCQ's officers.",
  })
  employerSupportRecord(@Arg("input") input: EmployerSupportRecordInput, @Ctx() context: FccqContext) {
    return payload("support", employerSupportRecord, input, context);
  }
}
