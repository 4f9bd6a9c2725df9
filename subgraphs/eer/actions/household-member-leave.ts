/** A member leaves the household: a separation, a child who moves out. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { HouseholdRole } from "../domain/household.ts";
import { HouseholdMemberRow } from "../store/household-member.row.ts";
import { dayOfEvent } from "./days.ts";
import { findPresentMember } from "./own.ts";

@InputType({ description: "A member who leaves a household." })
export class HouseholdMemberLeaveInput extends ChangeInput {
  @Field(() => ID, { description: "The member; not the principal, whose household is closed instead." })
  memberId: string;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  leftOn?: string | null;
}

export const householdMemberLeave = defineAction<HouseholdMemberLeaveInput, HouseholdMemberRow>({
  name: "householdMemberLeave",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: HouseholdMemberRow,
  async apply(input, work) {
    const member = await findPresentMember(work, input.memberId);
    if (member.role === HouseholdRole.PRINCIPAL)
      throw new Refusal("WRONG_STATE", "The principal does not leave: close the household.", "memberId");
    const leftOn = dayOfEvent(input.leftOn, work.today, "leftOn", member.joinedOn);
    return work.save(HouseholdMemberRow, { ...member, leftOn });
  },
});
