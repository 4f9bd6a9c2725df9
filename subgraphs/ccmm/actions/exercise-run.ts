/** Run the matching exercise of an event: pairings are proposed, with their reasons, for people who let themselves be paired. */
import { Max, Min } from "class-validator";
import { In, IsNull, Not } from "typeorm";
import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput, defineAction, type Work } from "../../../platform/action.ts";
import { EventState } from "../domain/event.ts";
import { Presence } from "../domain/gathering.ts";
import { matchingExercise, type PairingDemand, type PairingProfile } from "../domain/pairing.ts";
import { EmployerRow } from "../store/employer.row.ts";
import { EventEmployerRow } from "../store/event-employer.row.ts";
import { EventParticipantRow } from "../store/event-participant.row.ts";
import { PairingRow } from "../store/pairing.row.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { RecruitmentEventRow } from "../store/recruitment-event.row.ts";
import { findEventAt } from "./event-change.ts";
import { newPairing, profileOf } from "./pairing-propose.ts";

@InputType({ description: "A matching exercise to run." })
export class PasserelleExerciseRunInput extends ChangeInput {
  @Field(() => ID, { description: "The event, which is planned." })
  eventId: string;

  @Field(() => Int, {
    defaultValue: 3,
    description: "How many employers to propose for each participant, 1 to 20.",
  })
  @Min(1)
  @Max(20)
  perParticipant: number;
}

export const exerciseRun = defineAction<PasserelleExerciseRunInput, RecruitmentEventRow>({
  name: "passerelleExerciseRun",
  roles: ["ADVISER", "SYSTEM"],
  row: RecruitmentEventRow,
  async apply(input, work) {
    const event = await findEventAt(
      work,
      input.eventId,
      EventState.PLANNED,
      "The matching exercise of this event is complete, or the event was held or cancelled.",
    );
    const participants = await participantsOf(work, event.id);
    const employers = await employersOf(work, event.id);
    const suggestions = matchingExercise(participants, employers, input.perParticipant);
    const rows = suggestions.map(({ participant, employer }) =>
      newPairing(work, event.id, participant, employer),
    );
    // What an earlier run proposed, and what people decided on it, stays as it is.
    for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
      await work.manager
        .createQueryBuilder()
        .insert()
        .into(PairingRow)
        .values(rows.slice(first, first + ROWS_AT_ONCE))
        .orIgnore()
        .execute();
    }
    return event;
  },
});

/** Twelve parameters a row: far from the 65,535 that a statement may have. */
const ROWS_AT_ONCE = 2_000;

type Profile = PairingProfile & { registrationId: string };
type Demand = PairingDemand & { employerId: string };

/** Those expected at the event whose file is open and who turned pairing on. */
async function participantsOf({ manager }: Work, eventId: string): Promise<Profile[]> {
  const guests = await manager.findBy(EventParticipantRow, { eventId, presence: Presence.EXPECTED });
  const files = await manager.find(ParticipantRow, {
    where: {
      registrationId: In(guests.map(({ registrationId }) => registrationId)),
      pairingSince: Not(IsNull()),
      closedOn: IsNull(),
    },
    order: { registrationId: "ASC" },
  });
  return files.map((file) => ({ registrationId: file.registrationId, ...profileOf(file) }));
}

async function employersOf({ manager }: Work, eventId: string): Promise<Demand[]> {
  const guests = await manager.find(EventEmployerRow, {
    where: { eventId, presence: Presence.EXPECTED },
    order: { id: "ASC" },
  });
  const employers = await manager.findBy(EmployerRow, { id: In(guests.map(({ employerId }) => employerId)) });
  const sectors = new Map(employers.map(({ id, sector }) => [id, sector]));
  return guests.map(({ employerId, occupations, skills }) => ({
    employerId,
    sector: sectors.get(employerId) ?? "",
    occupations,
    skills,
  }));
}
