/** Working at a stage: what a professional finds, and the support that is needed, promised and given. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { assessmentRecord, AssessmentRecordInput } from "../actions/assessment-record.ts";
import { supportGive, SupportGiveInput } from "../actions/support-give.ts";
import { SupportMoveInput } from "../actions/support-move.ts";
import { supportNeedDrop, SupportNeedDropInput } from "../actions/support-need-drop.ts";
import { supportNeedRecord, SupportNeedRecordInput } from "../actions/support-need-record.ts";
import { supportPromise, SupportPromiseInput } from "../actions/support-promise.ts";
import { supportRelease } from "../actions/support-release.ts";
import type { RegistryContext } from "../context.ts";
import { Assessment, SupportNeed } from "./support.type.ts";

const AssessmentRecordPayload = payloadOf("AssessmentRecord", "assessment", () => Assessment);
const SupportNeedRecordPayload = payloadOf("SupportNeedRecord", "supportNeed", () => SupportNeed);
const SupportPromisePayload = payloadOf("SupportPromise", "supportNeed", () => SupportNeed);
const SupportReleasePayload = payloadOf("SupportRelease", "supportNeed", () => SupportNeed);
const SupportGivePayload = payloadOf("SupportGive", "supportNeed", () => SupportNeed);
const SupportNeedDropPayload = payloadOf("SupportNeedDrop", "supportNeed", () => SupportNeed);

@Resolver()
export class SupportMutations {
  @Mutation(() => AssessmentRecordPayload, {
    description: "Records what you find of a step of the stage where a person stands.",
  })
  assessmentRecord(@Arg("input") input: AssessmentRecordInput, @Ctx() context: RegistryContext) {
    return payload("assessment", assessmentRecord, input, context);
  }

  @Mutation(() => SupportNeedRecordPayload, { description: "Records support that a person needs." })
  supportNeedRecord(@Arg("input") input: SupportNeedRecordInput, @Ctx() context: RegistryContext) {
    return payload("supportNeed", supportNeedRecord, input, context);
  }

  @Mutation(() => SupportPromisePayload, {
    description: "Promises support that a person needs, for your organisation.",
  })
  supportPromise(@Arg("input") input: SupportPromiseInput, @Ctx() context: RegistryContext) {
    return payload("supportNeed", supportPromise, input, context);
  }

  @Mutation(() => SupportReleasePayload, { description: "Takes your organisation's promise back." })
  supportRelease(@Arg("input") input: SupportMoveInput, @Ctx() context: RegistryContext) {
    return payload("supportNeed", supportRelease, input, context);
  }

  @Mutation(() => SupportGivePayload, { description: "Records that your organisation gave the support." })
  supportGive(@Arg("input") input: SupportGiveInput, @Ctx() context: RegistryContext) {
    return payload("supportNeed", supportGive, input, context);
  }

  @Mutation(() => SupportNeedDropPayload, {
    description: "Drops a need that is not to be met, with the reason.",
  })
  supportNeedDrop(@Arg("input") input: SupportNeedDropInput, @Ctx() context: RegistryContext) {
    return payload("supportNeed", supportNeedDrop, input, context);
  }
}
