/** The changes of the members of households. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { householdMemberAdd, HouseholdMemberAddInput } from "../actions/household-member-add.ts";
import { householdMemberLeave, HouseholdMemberLeaveInput } from "../actions/household-member-leave.ts";
import {
  householdMemberRegister,
  HouseholdMemberRegisterInput,
} from "../actions/household-member-register.ts";
import { householdNeedDrop } from "../actions/household-need-drop.ts";
import { HouseholdNeedEndInput } from "../actions/household-need-end.ts";
import { householdNeedMeet } from "../actions/household-need-meet.ts";
import { householdNeedRecord, HouseholdNeedRecordInput } from "../actions/household-need-record.ts";
import { householdSupportGive, HouseholdSupportGiveInput } from "../actions/household-support-give.ts";
import type { EerContext } from "../context.ts";
import { HouseholdMember, HouseholdNeed, HouseholdSupport } from "./household-member.type.ts";

const HouseholdMemberAddPayload = payloadOf("HouseholdMemberAdd", "member", () => HouseholdMember);
const HouseholdMemberRegisterPayload = payloadOf("HouseholdMemberRegister", "member", () => HouseholdMember);
const HouseholdMemberLeavePayload = payloadOf("HouseholdMemberLeave", "member", () => HouseholdMember);
const HouseholdNeedRecordPayload = payloadOf("HouseholdNeedRecord", "need", () => HouseholdNeed);
const HouseholdNeedMeetPayload = payloadOf("HouseholdNeedMeet", "need", () => HouseholdNeed);
const HouseholdNeedDropPayload = payloadOf("HouseholdNeedDrop", "need", () => HouseholdNeed);
const HouseholdSupportGivePayload = payloadOf("HouseholdSupportGive", "support", () => HouseholdSupport);

@Resolver()
export class HouseholdMemberMutations {
  @Mutation(() => HouseholdMemberAddPayload, {
    description: "Adds the spouse or a child to a household. For EER's counsellors.",
  })
  householdMemberAdd(@Arg("input") input: HouseholdMemberAddInput, @Ctx() context: EerContext) {
    return payload("member", householdMemberAdd, input, context);
  }

  @Mutation(() => HouseholdMemberRegisterPayload, {
    description: "Names the registration of a spouse who had none. For EER's counsellors.",
  })
  householdMemberRegister(@Arg("input") input: HouseholdMemberRegisterInput, @Ctx() context: EerContext) {
    return payload("member", householdMemberRegister, input, context);
  }

  @Mutation(() => HouseholdMemberLeavePayload, {
    description: "A member leaves the household. For EER's counsellors.",
  })
  householdMemberLeave(@Arg("input") input: HouseholdMemberLeaveInput, @Ctx() context: EerContext) {
    return payload("member", householdMemberLeave, input, context);
  }

  @Mutation(() => HouseholdNeedRecordPayload, {
    description: "Records what a member needs. For EER's counsellors.",
  })
  householdNeedRecord(@Arg("input") input: HouseholdNeedRecordInput, @Ctx() context: EerContext) {
    return payload("need", householdNeedRecord, input, context);
  }

  @Mutation(() => HouseholdNeedMeetPayload, { description: "A need was met. For EER's counsellors." })
  householdNeedMeet(@Arg("input") input: HouseholdNeedEndInput, @Ctx() context: EerContext) {
    return payload("need", householdNeedMeet, input, context);
  }

  @Mutation(() => HouseholdNeedDropPayload, {
    description: "A need is no longer one. For EER's counsellors.",
  })
  householdNeedDrop(@Arg("input") input: HouseholdNeedEndInput, @Ctx() context: EerContext) {
    return payload("need", householdNeedDrop, input, context);
  }

  @Mutation(() => HouseholdSupportGivePayload, {
    description: "Gives a member a means of support, with what it cost. For EER's counsellors.",
  })
  householdSupportGive(@Arg("input") input: HouseholdSupportGiveInput, @Ctx() context: EerContext) {
    return payload("support", householdSupportGive, input, context);
  }
}
