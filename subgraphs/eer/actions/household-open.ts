/** Open a household's file: the person who came is its principal, the others join them. */
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import type { EerContext } from "../context.ts";
import { HouseholdRole, HouseholdSource, HouseholdState, sourceIsComplete } from "../domain/household.ts";
import { OutreachEventState } from "../domain/outreach.ts";
import { EmployabilityTrack } from "../domain/track.ts";
import { HouseholdMemberRow } from "../store/household-member.row.ts";
import { HouseholdRow } from "../store/household.row.ts";
import { dayOfEvent } from "./days.ts";
import { findEvent } from "./find-event.ts";
import { openFile, refuseSecondHousehold, registrationOf } from "./open-file.ts";

@InputType({ description: "A household to open." })
export class HouseholdOpenInput extends ChangeInput {
  @Field(() => String, {
    description:
      "The ticket of the principal's registration (`Registration.ticket`), which proves that the registry knows it.",
  })
  ticket: string;

  @Field(() => EmployabilityTrack, { description: "What the principal moves to a region for." })
  track: EmployabilityTrack;

  @Field(() => HouseholdSource, { description: "How the household came to EER." })
  source: HouseholdSource;

  @Field(() => ID, {
    nullable: true,
    description: "The event that brought it; required when that is the source, and only then.",
  })
  outreachEventId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When it came; today unless told." })
  openedOn?: string | null;
}

export const householdOpen = defineAction<HouseholdOpenInput, HouseholdRow, EerContext>({
  name: "householdOpen",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: HouseholdRow,
  async apply(input, work, context) {
    const { save, viewer, today } = work;
    const outreachEventId = input.outreachEventId ?? null;
    if (!sourceIsComplete(input.source, outreachEventId))
      throw new Refusal(
        "REQUIRED",
        "An event is named when it is the source, and only then.",
        "outreachEventId",
      );
    const openedOn = dayOfEvent(input.openedOn, today, "openedOn");
    const registrationId = registrationOf(input.ticket, work, context);
    await refuseSecondHousehold(registrationId, work);
    if (outreachEventId !== null) {
      const event = await findEvent(outreachEventId, work);
      if (event.state === OutreachEventState.CANCELLED)
        throw new Refusal("WRONG_STATE", "This event was cancelled.", "outreachEventId");
    }
    await openFile(registrationId, input.track, openedOn, work);
    const household = await save(HouseholdRow, {
      id: uuid(),
      tenant: viewer.organisation,
      openedOn,
      track: input.track,
      source: input.source,
      outreachEventId,
      state: HouseholdState.OPEN,
      closedOn: null,
      closeReason: null,
    });
    await save(HouseholdMemberRow, {
      id: uuid(),
      tenant: viewer.organisation,
      householdId: household.id,
      role: HouseholdRole.PRINCIPAL,
      registrationId,
      ageGroup: null,
      joinedOn: openedOn,
      leftOn: null,
    });
    return household;
  },
});
