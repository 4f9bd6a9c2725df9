/** Propose one pairing that the exercise did not: an adviser's idea, scored all the same. */
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction, type Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { EventState, PairingState } from "../domain/event.ts";
import { Presence } from "../domain/gathering.ts";
import { pairingScore, type PairingDemand, type PairingProfile } from "../domain/pairing.ts";
import { EmployerRow } from "../store/employer.row.ts";
import { EventEmployerRow } from "../store/event-employer.row.ts";
import { EventParticipantRow } from "../store/event-participant.row.ts";
import { PairingRow } from "../store/pairing.row.ts";
import { findEventAt } from "./event-change.ts";
import { findOpen } from "./files.ts";

@InputType({ description: "A pairing to propose." })
export class PasserellePairingProposeInput extends ChangeInput {
  @Field(() => ID, { description: "The event, which is planned." })
  eventId: string;

  @Field(() => ID, { description: "The participant, expected at the event, who turned pairing on." })
  participantId: string;

  @Field(() => ID, { description: "The employer, expected at the event." })
  employerId: string;
}

export const pairingPropose = defineAction<PasserellePairingProposeInput, PairingRow>({
  name: "passerellePairingPropose",
  roles: ["ADVISER"],
  row: PairingRow,
  async apply(input, work) {
    const { manager } = work;
    const event = await findEventAt(
      work,
      input.eventId,
      EventState.PLANNED,
      "The matching exercise of this event is complete, or the event was held or cancelled.",
    );
    const file = await findOpen(work, input.participantId, "participantId");
    if (!file.pairingSince)
      throw new Refusal(
        "WRONG_STATE",
        "Pairing is off for this person until they turn it on.",
        "participantId",
      );
    const employer = await work.find(EmployerRow, input.employerId, "employerId");
    const presence = Presence.EXPECTED;
    const place = { eventId: event.id, registrationId: file.registrationId };
    if (!(await manager.existsBy(EventParticipantRow, { ...place, presence })))
      throw new Refusal("WRONG_STATE", "This participant is not expected at this event.", "participantId");
    const guest = await manager.findOneBy(EventEmployerRow, {
      eventId: event.id,
      employerId: employer.id,
      presence,
    });
    if (!guest)
      throw new Refusal("WRONG_STATE", "This employer is not expected at this event.", "employerId");
    if (await manager.existsBy(PairingRow, { ...place, employerId: employer.id }))
      throw new Refusal("CONFLICT", "This participant and this employer are paired already.", "employerId");
    return work.save(
      PairingRow,
      newPairing(
        work,
        event.id,
        { registrationId: file.registrationId, ...profileOf(file) },
        {
          employerId: employer.id,
          sector: employer.sector,
          occupations: guest.occupations,
          skills: guest.skills,
        },
      ),
    );
  },
});

/** What a score is computed from, of a row that holds more. */
export function profileOf({ sector, occupation, skills }: PairingProfile): PairingProfile {
  return { sector, occupation, skills };
}

/** A pairing as the score proposes it, with the data it was computed from. */
export function newPairing(
  { now }: Work,
  eventId: string,
  { registrationId, ...profile }: PairingProfile & { registrationId: string },
  { employerId, ...demand }: PairingDemand & { employerId: string },
): PairingRow {
  return {
    id: uuid(),
    eventId,
    registrationId,
    employerId,
    ...pairingScore(profile, demand),
    inputs: { profile, demand },
    computedAt: now,
    state: PairingState.PROPOSED,
    decidedBy: null,
    decidedAt: null,
    decisionReason: null,
  };
}
