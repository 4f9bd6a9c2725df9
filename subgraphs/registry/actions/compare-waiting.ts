/** Compare registrations that were corrected by a spreadsheet with all others, one after the other, as their door would have. */
import type { DataSource, EntityManager } from "typeorm";
import type { DeclaredPerson } from "../domain/identity/index.ts";
import { PROPOSALS } from "../domain/proposal.ts";
import { askAgain, identify } from "../store/identify.ts";
import { lockIdentity } from "../store/identity-locks.ts";
import { DECLARED_NOW, SAID_NOW } from "../store/identity-lookup.ts";
import { followMilestones } from "./propose-next.ts";

export interface CompareOptions {
  /** Whose registrations; everybody's when null. */
  organisation: string | null;
  now: () => Date;
  /** How many at once: doors wait meanwhile. */
  batch?: number;
  /** Is told how many were compared since the last time. */
  progress?: (compared: number) => void;
  signal?: AbortSignal;
}

/** Until nobody waits any more; gives how many did. Each batch is decided and off the list, or neither. */
export async function compareWaiting(
  registry: DataSource,
  { organisation, now, batch = 200, progress, signal }: CompareOptions,
): Promise<number> {
  let [total, after] = [0, BEGINNING];
  while (!signal?.aborted) {
    const from = after;
    const done = await registry.transaction((manager) =>
      compareNext(manager, { organisation, batch, after: from }, now()),
    );
    if (done.last === null) {
      // Another import may have committed what it began before.
      if (from === BEGINNING) break;
      after = BEGINNING;
      continue;
    }
    after = done.last;
    total += done.compared;
    progress?.(done.compared);
  }
  return total;
}

/** Before every id. */
const BEGINNING = "00000000-0000-0000-0000-000000000000";

interface Next {
  organisation: string | null;
  batch: number;
  /** The last one that was compared: what is gone is not walked through again. */
  after: string;
}

async function compareNext(
  manager: EntityManager,
  { organisation, batch, after }: Next,
  now: Date,
): Promise<{ compared: number; last: string | null }> {
  await lockIdentity(manager);
  const waiting: { id: string; mayLink: boolean }[] = await manager.query(NEXT, [organisation, batch, after]);
  for (const { id, mayLink } of waiting) {
    const [found]: { candidateId: string; said: DeclaredPerson }[] = await manager.query(SAID, [id]);
    if (found === undefined) continue;
    const registration = { registrationId: id, candidateId: found.candidateId, declared: found.said };
    if (mayLink) await identify(manager, registration, now);
    else await askAgain(manager, registration, now);
  }
  // Only earlier releases left somebody who may be linked, and whose registration may propose a referral.
  const proposing: { id: string }[] = await manager.query(PROPOSING, [
    waiting.flatMap(({ id, mayLink }) => (mayLink ? [id] : [])),
    PROPOSALS.map(({ on }) => on),
  ]);
  if (proposing.length > 0)
    await followMilestones(
      manager,
      proposing.map(({ id }) => id),
      now,
    );
  return { compared: waiting.length, last: waiting.at(-1)?.id ?? null };
}

const NEXT = /* sql */ `
  with next as (
    delete from identity_waiting where registration_id in (
      select registration_id from identity_waiting
      where ($1::text is null or organisation_code = $1) and registration_id > $3
      order by registration_id limit $2)
    returning registration_id, may_link)
  select registration_id as id, may_link as "mayLink" from next order by registration_id`;

const SAID = /* sql */ `
  select candidate_id as "candidateId", ${SAID_NOW} as said from registration ${DECLARED_NOW}
  where registration.id = $1 and anonymised_on is null`;

/** Whose registration proposes a referral by itself, as that of somebody still abroad does. */
const PROPOSING = /* sql */ `
  select distinct registration.candidate_id as id from registration
  join milestone on milestone.registration_id = registration.id
  where registration.id = any($1::uuid[]) and milestone.kind = any($2::text[])`;
