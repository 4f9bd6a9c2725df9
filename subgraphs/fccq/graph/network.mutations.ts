/** The changes of the network: chambers, businesses, memberships, targeted regions. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { businessCorrect, BusinessCorrectInput } from "../actions/business-correct.ts";
import { businessRecord, BusinessRecordInput } from "../actions/business-record.ts";
import { chamberRecord, ChamberRecordInput } from "../actions/chamber-record.ts";
import { corporateMemberEnd, CorporateMemberEndInput } from "../actions/corporate-member-end.ts";
import { corporateMemberRecord, CorporateMemberRecordInput } from "../actions/corporate-member-record.ts";
import { regionTarget, RegionTargetInput } from "../actions/region-target.ts";
import { regionUntarget, RegionUntargetInput } from "../actions/region-untarget.ts";
import type { FccqContext } from "../context.ts";
import { Business, CorporateMembership } from "./business.type.ts";
import { Chamber } from "./chamber.type.ts";
import { TargetedRegion } from "./targeted-region.type.ts";

const ChamberRecordPayload = payloadOf("ChamberRecord", "chamber", () => Chamber);
const BusinessRecordPayload = payloadOf("BusinessRecord", "business", () => Business);
const BusinessCorrectPayload = payloadOf("BusinessCorrect", "business", () => Business);
const CorporateMemberRecordPayload = payloadOf(
  "CorporateMemberRecord",
  "membership",
  () => CorporateMembership,
);
const CorporateMemberEndPayload = payloadOf("CorporateMemberEnd", "membership", () => CorporateMembership);
const RegionTargetPayload = payloadOf("RegionTarget", "targetedRegion", () => TargetedRegion);
const RegionUntargetPayload = payloadOf("RegionUntarget", "targetedRegion", () => TargetedRegion);

@Resolver()
export class NetworkMutations {
  @Mutation(() => ChamberRecordPayload, {
    description: "Records a chamber of commerce. For FCCQ's officers.",
  })
  chamberRecord(@Arg("input") input: ChamberRecordInput, @Ctx() context: FccqContext) {
    return payload("chamber", chamberRecord, input, context);
  }

  @Mutation(() => BusinessRecordPayload, { description: "Records a business. For FCCQ's officers." })
  businessRecord(@Arg("input") input: BusinessRecordInput, @Ctx() context: FccqContext) {
    return payload("business", businessRecord, input, context);
  }

  @Mutation(() => BusinessCorrectPayload, {
    description: "Corrects what is known of a business. For FCCQ's officers.",
  })
  businessCorrect(@Arg("input") input: BusinessCorrectInput, @Ctx() context: FccqContext) {
    return payload("business", businessCorrect, input, context);
  }

  @Mutation(() => CorporateMemberRecordPayload, {
    description: "A business becomes a corporate member. For FCCQ's officers.",
  })
  corporateMemberRecord(@Arg("input") input: CorporateMemberRecordInput, @Ctx() context: FccqContext) {
    return payload("membership", corporateMemberRecord, input, context);
  }

  @Mutation(() => CorporateMemberEndPayload, {
    description: "A corporate membership ends. For FCCQ's officers.",
  })
  corporateMemberEnd(@Arg("input") input: CorporateMemberEndInput, @Ctx() context: FccqContext) {
    return payload("membership", corporateMemberEnd, input, context);
  }

  @Mutation(() => RegionTargetPayload, {
    description: "The programme targets a region. For FCCQ's officers.",
  })
  regionTarget(@Arg("input") input: RegionTargetInput, @Ctx() context: FccqContext) {
    return payload("targetedRegion", regionTarget, input, context);
  }

  @Mutation(() => RegionUntargetPayload, {
    description: "The programme no longer targets a region. For FCCQ's officers.",
  })
  regionUntarget(@Arg("input") input: RegionUntargetInput, @Ctx() context: FccqContext) {
    return payload("targetedRegion", regionUntarget, input, context);
  }
}
