/** Name the registration of a spouse who was only known by their household. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import type { EerContext } from "../context.ts";
import { HouseholdRole } from "../domain/household.ts";
import { EmployabilityTrack } from "../domain/track.ts";
import { HouseholdMemberRow } from "../store/household-member.row.ts";
import { openFile, refuseSecondHousehold, registrationOf } from "./open-file.ts";
import { findSupportedMember } from "./own.ts";
import { tellCare } from "./tell-household.ts";

@InputType({ description: "The registration of a member." })
export class HouseholdMemberRegisterInput extends ChangeInput {
  @Field(() => ID, { description: "The member, a spouse without a registration." })
  memberId: string;

  @Field(() => String, { description: "The registration's ticket (`Registration.ticket`)." })
  ticket: string;

  @Field(() => EmployabilityTrack, { description: "What the person moves to a region for." })
  track: EmployabilityTrack;
}

export const householdMemberRegister = defineAction<
  HouseholdMemberRegisterInput,
  HouseholdMemberRow,
  EerContext
>({
  name: "householdMemberRegister",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: HouseholdMemberRow,
  async apply(input, work, context) {
    const member = await findSupportedMember(work, input.memberId);
    if (member.role !== HouseholdRole.SPOUSE || member.registrationId !== null)
      throw new Refusal("WRONG_STATE", "Only a spouse without a registration is given one.", "memberId");
    const registrationId = registrationOf(input.ticket, work, context);
    await refuseSecondHousehold(registrationId, work);
    await openFile(registrationId, input.track, work.today, work);
    await tellCare(work, member.householdId, registrationId);
    return work.save(HouseholdMemberRow, { ...member, registrationId });
  },
});
