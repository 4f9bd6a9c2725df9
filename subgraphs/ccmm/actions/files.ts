/** What several changes do to a participant's file: find it open, move it along the steps, close it. */
import { v7 as uuid } from "uuid";
import { In, type EntityTarget } from "typeorm";
import type { Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { UUID } from "../../../platform/uuid.ts";
import { tell } from "../../../platform/outbox.ts";
import { milestoneOfEntry } from "../domain/milestone.ts";
import { JourneyEntryKind, STEP_MOVES, type ClosingReason, type Step } from "../domain/step.ts";
import { JourneyEntryRow } from "../store/journey-entry.row.ts";
import { ParticipantRow } from "../store/participant.row.ts";

/** The file, locked. @throws {Refusal} `UNKNOWN_REFERENCE`; `WRONG_STATE` when it is closed. */
export async function findOpen(work: Work, id: string, field: string): Promise<ParticipantRow> {
  return refuseClosed(await work.find(ParticipantRow, id, field), field);
}

/** The file behind a registration, locked. @throws {Refusal} `WRONG_STATE` when it is closed. */
export async function openFileOf(
  { manager }: Work,
  registrationId: string,
  field: string,
): Promise<ParticipantRow> {
  const file = await manager.findOneOrFail(ParticipantRow, {
    where: { registrationId },
    lock: { mode: "pessimistic_write" },
  });
  return refuseClosed(file, field);
}

/** The file after it entered the step. @throws {Refusal} `WRONG_STATE` when the step may not follow. */
export async function enter(
  work: Work,
  file: ParticipantRow,
  step: Step,
  field: string,
): Promise<ParticipantRow> {
  move(STEP_MOVES, file.step, step, field);
  const entered = await work.save(ParticipantRow, { ...file, step, stepSince: work.today });
  await record(work, [file.registrationId], JourneyEntryKind.ENTERED, step);
  return entered;
}

/** The file after it entered the step, when it stood at `from`; the file as it is otherwise. */
export async function advance(
  work: Work,
  file: ParticipantRow,
  from: Step,
  to: Step,
): Promise<ParticipantRow> {
  return file.step === from ? enter(work, file, to, "participantId") : file;
}

/** Moves the open files among those of the registrations that stand at `from` to `to`, in one statement. */
export async function advanceAll(
  work: Work,
  registrationIds: readonly string[],
  from: Step,
  to: Step,
): Promise<void> {
  move(STEP_MOVES, from, to, "participantId");
  const { raw } = await work.manager
    .createQueryBuilder()
    .update(ParticipantRow)
    .set({ step: to, stepSince: work.today })
    .where("registration_id = any(:registrationIds) and step = :from and closed_on is null", {
      registrationIds,
      from,
    })
    .returning("registration_id")
    .execute();
  const moved = (raw as { registration_id: string }[]).map((each) => each.registration_id);
  await record(work, moved, JourneyEntryKind.ENTERED, to);
}

/** Writes what happened to files in their journeys, and tells the registry what of it is a milestone. */
export async function record(
  work: Work,
  registrationIds: readonly string[],
  kind: JourneyEntryKind,
  step: Step,
  closingReason: ClosingReason | null = null,
): Promise<void> {
  if (registrationIds.length === 0) return;
  const entries = registrationIds.map((registrationId) => ({
    id: uuid(),
    registrationId,
    kind,
    step,
    closingReason,
    happenedOn: work.today,
    recordedAt: work.now,
  }));
  await work.manager.insert(JourneyEntryRow, entries);
  const milestone = milestoneOfEntry(kind, step, closingReason);
  if (milestone === null) return;
  await tell(
    work,
    ...entries.map(({ id, registrationId }) => ({
      kind: milestone,
      registrationId,
      sourceId: `journey:${id}`,
    })),
  );
}

/**
 * The registrations behind files named by their ids, all of them guests of a gathering.
 * @throws {Refusal} `UNKNOWN_REFERENCE` when one is not
 */
export async function guestsNamed(
  { manager }: Work,
  ids: readonly string[],
  guests: EntityTarget<{ registrationId: string }>,
  gathering: { activityId: string } | { eventId: string },
  field: string,
): Promise<string[]> {
  const files = ids.every((id) => UUID.test(id))
    ? await manager.findBy(ParticipantRow, { id: In([...ids]) })
    : [];
  const registrationIds = files.map(({ registrationId }) => registrationId);
  const known = await manager.countBy(guests, { ...gathering, registrationId: In(registrationIds) });
  if (known !== new Set(ids).size)
    throw new Refusal("UNKNOWN_REFERENCE", "One of these participants is not expected here.", field);
  return registrationIds;
}

function refuseClosed(file: ParticipantRow, field: string): ParticipantRow {
  if (file.closedOn === null) return file;
  throw new Refusal("WRONG_STATE", "This file is closed; reopen it first.", field);
}
