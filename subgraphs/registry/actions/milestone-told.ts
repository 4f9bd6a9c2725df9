/** Milestones as one organisation tells them, few or many: each is judged by itself, and each person is folded once. */
import { v7 as uuid } from "uuid";
import { In, type EntityManager } from "typeorm";
import type { Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { UUID } from "../../../platform/uuid.ts";
import { MilestoneKind, REPORTERS, type PathwayTrack } from "../domain/milestone.ts";
import type { Mandate } from "../domain/organisation.ts";
import { MilestoneRow } from "../store/milestone.row.ts";
import { mandatesOf } from "../store/pathway.ts";
import { followMilestones } from "./propose-next.ts";

export interface ToldMilestone {
  registrationId: string;
  kind: MilestoneKind;
  occurredAt: Date;
  sourceId: string;
  regionCode?: string | null;
  track?: PathwayTrack | null;
}

/** Clocks of other machines may be so far ahead, in milliseconds: what has just happened there is no forecast. */
const CLOCK_DIFFERENCE = 5 * 60_000;

/**
 * What became of each milestone, in the order given: the row of it, which was there already when it was told before
 * under the same id, or why it was refused.
 */
export async function tellMilestones(
  told: readonly ToldMilestone[],
  work: Work,
): Promise<(MilestoneRow | Refusal)[]> {
  const { manager, viewer, today } = work;
  const persons = await lockPersons(manager, viewer.organisation, told);
  const mandates = await mandatesOf(manager, viewer.organisation, today);
  const known = new Map(
    (
      await manager.findBy(MilestoneRow, {
        organisationCode: viewer.organisation,
        sourceId: In(told.map(({ sourceId }) => sourceId)),
      })
    ).map((row) => [row.sourceId, row]),
  );
  const added: MilestoneRow[] = [];
  const outcome = told.map((milestone) => {
    const candidateId = persons.get(milestone.registrationId);
    const refusal = refusalOf(milestone, candidateId, mandates, work);
    if (refusal || candidateId === undefined) return refusal ?? unknownRegistration();
    const before = known.get(milestone.sourceId);
    if (before) return sameAs(before, milestone) ? before : usedBefore();
    const row = rowOf(milestone, candidateId, work);
    known.set(row.sourceId, row);
    added.push(row);
    return row;
  });
  if (added.length > 0) {
    await manager.insert(MilestoneRow, added);
    const people = [...new Set(added.map(({ candidateId }) => candidateId))];
    const { moved } = await followMilestones(manager, people, work.now);
    for (const row of added) row.moved = moved.has(row.id);
  }
  return outcome;
}

/**
 * The persons behind the organisation's own registrations, locked until the end of the transaction: milestones of one
 * person come in one after the other, so that the stored pathway is the fold of them all. Everybody locks in the same
 * order, so that two batches never wait for each other.
 */
async function lockPersons(
  manager: EntityManager,
  organisation: string,
  told: readonly ToldMilestone[],
): Promise<Map<string, string>> {
  const ids = [...new Set(told.map(({ registrationId }) => registrationId))].filter((id) => UUID.test(id));
  const registrations: { id: string; candidateId: string }[] = await manager.query(
    `select id, candidate_id as "candidateId" from registration
     where id = any($1) and organisation_code = $2 order by id for update`,
    [ids, organisation],
  );
  await manager.query("select from candidate where id = any($1) order by id for update", [
    [...new Set(registrations.map(({ candidateId }) => candidateId))],
  ]);
  return new Map(registrations.map(({ id, candidateId }) => [id, candidateId]));
}

function refusalOf(
  { kind, occurredAt, track }: ToldMilestone,
  candidateId: string | undefined,
  mandates: readonly Mandate[],
  { now }: Work,
): Refusal | null {
  if (candidateId === undefined) return unknownRegistration();
  if (!REPORTERS[kind].some((mandate) => mandates.includes(mandate)))
    return new Refusal(
      "NOT_ALLOWED",
      REPORTERS[kind].length > 0
        ? `${kind} is reported by ${REPORTERS[kind].join(" or ")}.`
        : `${kind} is written by the registry when a referral is accepted.`,
      "kind",
    );
  if (track && kind !== MilestoneKind.READY_DECLARED)
    return new Refusal("OUT_OF_RANGE", "A track is told with READY_DECLARED only.", "track");
  if (occurredAt.getTime() > now.getTime() + CLOCK_DIFFERENCE)
    return new Refusal("OUT_OF_RANGE", "A milestone is reported once it has happened.", "occurredAt");
  return null;
}

function unknownRegistration(): Refusal {
  return new Refusal(
    "UNKNOWN_REFERENCE",
    "There is no such thing as registrationId names, or it is not yours to change.",
    "registrationId",
  );
}

function usedBefore(): Refusal {
  return new Refusal("CONFLICT", "You reported another milestone under this id.", "sourceId");
}

function sameAs(row: MilestoneRow, { kind, registrationId }: ToldMilestone): boolean {
  return row.kind === kind && row.registrationId === registrationId;
}

function rowOf(
  { registrationId, kind, occurredAt, sourceId, regionCode = null, track = null }: ToldMilestone,
  candidateId: string,
  { viewer, now }: Work,
): MilestoneRow {
  return Object.assign(new MilestoneRow(), {
    id: uuid(),
    registrationId,
    candidateId,
    kind,
    occurredAt,
    organisationCode: viewer.organisation,
    sourceId,
    recordedAt: now,
    regionCode,
    withdrawnAt: null,
    track,
    moved: false,
  });
}
