/**
 * Telling the registry: a change that is a milestone writes it in its own transaction, with the job that will deliver
 * it (deliver.ts). So there is never the one without the other, whenever the process dies.
 */
import { v7 as uuid } from "uuid";
import type { Work } from "./action.ts";
import { addQuietJob } from "./jobs.ts";

/** A milestone as a change tells it. */
export interface Milestone {
  /** As the registry names it (`MilestoneKind`). */
  kind: string;
  /** Whose: how this partner names the person. */
  registrationId: string;
  /** What happened at this partner, `offer:ID:proposed`: told twice, it is one milestone. */
  sourceId: string;
  /** The day it happened, as `2026-11-21`; today unless told. */
  on?: string | null;
  /** What else the registry is told, by the names of its input: the region that was chosen. */
  details?: Readonly<Record<string, string>>;
}

/** The task that delivers what an organisation has to tell. */
export const DELIVER = "deliver-milestones";

/** A delivery notes its failures in the outbox; its job only fails with the database, and then as often as need be. */
export const MOST_RUNS = 32_000;

/** How often a delivery is tried before a person has to look: with the longest waits, about a day. */
export const MOST_ATTEMPTS = 300;

/** Tells the registry, once the transaction of `work` commits, in the name of the caller's organisation. */
export async function tell({ manager, viewer, now, today }: Work, ...milestones: Milestone[]): Promise<void> {
  if (milestones.length === 0) return;
  await manager.query(
    `insert into outbox (id, organisation, source_id, kind, registration_id, occurred_at, details, told_at, state, attempts, due_at)
     select id, $1, source_id, kind, registration_id, occurred_at, details, $8, 'WAITING', 0, now()
     from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::timestamptz[], $7::jsonb[])
       as told (id, source_id, kind, registration_id, occurred_at, details)
     on conflict (organisation, source_id) do nothing`,
    [
      viewer.organisation,
      milestones.map(() => uuid()),
      milestones.map(({ sourceId }) => sourceId),
      milestones.map(({ kind }) => kind),
      milestones.map(({ registrationId }) => registrationId),
      milestones.map(({ on }) => momentOf(on ?? today, today, now)),
      milestones.map(({ details }) => JSON.stringify(details ?? {})),
      now,
    ],
  );
  await addQuietJob(manager, DELIVER, { organisation: viewer.organisation }, MOST_RUNS);
}

/** The last minute of a day in Québec, whatever the season: 03:59 of the next day in UTC. */
const LAST_MINUTE = 28 * 3_600_000 - 60_000;

/**
 * The moment of what happened on a day: this one if it is today. A day that is past gives one in its last minute, the
 * later the more recently it is told: of two events of one day the one that was recorded first stays the first.
 */
export function momentOf(day: string, today: string, now: Date): Date {
  if (day >= today) return now;
  const lastMinute = Date.parse(day) + LAST_MINUTE;
  const since = Math.max(0, now.getTime() - lastMinute) / 86_400_000;
  return new Date(lastMinute + Math.floor((59_999 * since) / (since + 1)));
}
