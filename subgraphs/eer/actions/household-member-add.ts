/** Add a member to a household: the spouse, with a registration of their own or without, or a child. */
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import type { EerContext } from "../context.ts";
import { ChildAgeGroup, HouseholdRole, problemOfNewMember, type MemberProblem } from "../domain/household.ts";
import { EmployabilityTrack } from "../domain/track.ts";
import { HouseholdMemberRow } from "../store/household-member.row.ts";
import { dayOfEvent } from "./days.ts";
import { openFile, refuseSecondHousehold, registrationOf } from "./open-file.ts";
import { findOpenHousehold } from "./own.ts";
import { tellCare } from "./tell-household.ts";

@InputType({ description: "A member who joins a household." })
export class HouseholdMemberAddInput extends ChangeInput {
  @Field(() => ID, { description: "The household." })
  householdId: string;

  @Field(() => HouseholdRole, { description: "SPOUSE or CHILD; the principal opened the household." })
  role: HouseholdRole;

  @Field(() => ChildAgeGroup, { nullable: true, description: "The age group; for a child, and only then." })
  ageGroup?: ChildAgeGroup | null;

  @Field(() => String, {
    nullable: true,
    description: "The ticket of a spouse's own registration, when there is one.",
  })
  ticket?: string | null;

  @Field(() => EmployabilityTrack, {
    nullable: true,
    description: "What a registered spouse moves for; required with a ticket.",
  })
  track?: EmployabilityTrack | null;

  @Field(() => DateScalar, { nullable: true, description: "Since when; today unless told." })
  joinedOn?: string | null;
}

export const householdMemberAdd = defineAction<HouseholdMemberAddInput, HouseholdMemberRow, EerContext>({
  name: "householdMemberAdd",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: HouseholdMemberRow,
  async apply(input, work, context) {
    const { role, ticket, track } = input;
    const ageGroup = input.ageGroup ?? null;
    const problem = problemOfNewMember({ role, registered: Boolean(ticket), ageGroup });
    if (problem) throw refusalOf(problem);
    const household = await findOpenHousehold(work, input.householdId);
    const joinedOn = dayOfEvent(input.joinedOn, work.today, "joinedOn", household.openedOn);
    const registrationId = ticket ? registrationOf(ticket, work, context) : null;
    if (registrationId !== null) {
      if (!track) throw new Refusal("REQUIRED", "A registered person has a track.", "track");
      await refuseSecondHousehold(registrationId, work);
      await openFile(registrationId, track, joinedOn, work);
      await tellCare(work, household.id, registrationId);
    }
    return work.save(HouseholdMemberRow, {
      id: uuid(),
      tenant: household.tenant,
      householdId: household.id,
      role,
      registrationId,
      ageGroup,
      joinedOn,
      leftOn: null,
    });
  },
});

function refusalOf(problem: MemberProblem): Refusal {
  switch (problem) {
    case "PRINCIPAL_IS_THE_OPENER":
      return new Refusal("OUT_OF_RANGE", "The principal is the person who opened the household.", "role");
    case "CHILD_IS_NOT_REGISTERED":
      return new Refusal("OUT_OF_RANGE", "A child has no registration; open a household for them.", "ticket");
    case "AGE_GROUP_IS_FOR_CHILDREN":
      return new Refusal("REQUIRED", "A child has an age group, and nobody else has.", "ageGroup");
  }
}
