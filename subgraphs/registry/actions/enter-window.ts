/** Enter rows of an import for as long as doors can wait: what comes next is decided while what was decided is written. */
import type { DataSource, EntityManager } from "typeorm";
import { dayInQuebec } from "../../../platform/action.ts";
import { IdentityOutcome } from "../domain/identity/index.ts";
import { PROPOSALS } from "../domain/proposal.ts";
import type { ArrivalQueue, ReadyArrival } from "../store/arrival-queue.ts";
import { correctMany } from "../store/arrived-corrections.ts";
import { knownArrivals, takeOff, type KnownArrival } from "../store/arrivals.ts";
import { writeMatcherDecisions } from "../store/identity-decisions.ts";
import { regroup } from "../store/identity-groups.ts";
import { holdingIdentity } from "../store/identity-locks.ts";
import { Recogniser, type Recognised } from "../store/identify-many.ts";
import { refoldPathways } from "../store/pathway.ts";
import { registerMany } from "../store/register-many.ts";
import type { Entered } from "./enter-arrivals.ts";
import { followMilestones } from "./propose-next.ts";

/** Doors that register at the same moment wait for a window: for little longer than this many milliseconds. */
const WAIT = 200;

export interface Window {
  importId: string;
  organisation: string;
  queue: ArrivalQueue;
  /** The rows with which it begins. */
  first: readonly ReadyArrival[];
  /** Is told what was written for good, and up to which line. */
  entered: (entered: Entered, line: number) => void;
  signal: AbortSignal | undefined;
}

/** Each part is written whole or not at all; when one fails, those before it stay. */
export async function enterWindow(registry: DataSource, window: Window): Promise<void> {
  const [writer, reader] = [registry.createQueryRunner(), registry.createQueryRunner()];
  let writing: Promise<void> = Promise.resolve();
  try {
    await holdingIdentity(writer, async () => {
      const began = performance.now();
      const now = new Date();
      // It sees what was there when the window began, and knows itself what comes after.
      await reader.startTransaction("REPEATABLE READ");
      await reader.query(BY_INDEX);
      const recogniser = new Recogniser(reader.manager, now);
      try {
        for (let rows = window.first; rows.length > 0; rows = await window.queue.next()) {
          const decided = await decide(reader.manager, recogniser, rows, window);
          await writing;
          writing = writer.manager
            .transaction((manager) => write(manager, decided, window, now))
            .then((entered) => window.entered(entered, decided.to));
          // It is waited for before the next is written.
          writing.catch(() => undefined);
          if (performance.now() - began > WAIT || window.signal?.aborted) break;
        }
        await writing;
      } finally {
        await Promise.allSettled([writing]);
        await reader.rollbackTransaction();
      }
    });
  } finally {
    await Promise.all([writer.release(), reader.release()]);
  }
}

/**
 * A part is some hundred rows among many thousand, each found through an index. What the planner does not know yet, or
 * planned for a trigger when there were few, would have it read whole tables for them.
 */
const BY_INDEX =
  "select set_config('enable_seqscan', 'off', true), set_config('random_page_cost', '1', true)";

interface Decided {
  from: number;
  to: number;
  known: KnownArrival[];
  fresh: ReadyArrival[];
  recognised: Recognised;
}

async function decide(
  reader: EntityManager,
  recogniser: Recogniser,
  rows: readonly ReadyArrival[],
  { importId }: Window,
): Promise<Decided> {
  const [from, to] = [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0];
  const known = await knownArrivals(reader, { importId, from, to });
  const lines = new Set(known.map(({ line }) => line));
  const fresh = rows.filter(({ line }) => !lines.has(line));
  const recognised = await recogniser.recognise(fresh.map((row) => ({ ...row, keys: row.identityKeys })));
  return { from, to, known, fresh, recognised };
}

async function write(
  manager: EntityManager,
  { from, to, known, fresh, recognised }: Decided,
  { importId, organisation }: Window,
  now: Date,
): Promise<Entered> {
  await manager.query(BY_INDEX);
  const registrar = { importId, organisation, now, today: dayInQuebec(now) };
  const { corrected, outdated } = await correctMany(manager, known, registrar);
  if (fresh.length > 0) await register(manager, fresh, recognised, registrar);
  await takeOff(manager, { importId, from, to });
  return {
    rows: known.length + fresh.length,
    imported: fresh.length,
    known: known.length - corrected,
    corrected,
    outdated,
    linked: recognised.linked,
    possible: recognised.possible,
  };
}

async function register(
  manager: EntityManager,
  fresh: readonly ReadyArrival[],
  { decisions, places }: Recognised,
  registrar: { importId: string; organisation: string; now: Date; today: string },
): Promise<void> {
  const { now } = registrar;
  const placed = fresh.map(({ person: _, ...row }) => ({
    ...row,
    place: places.get(row.id) ?? { candidateId: row.candidateId, isLinked: false },
  }));
  const kind = await registerMany(manager, placed, registrar);
  await writeMatcherDecisions(manager, decisions, now);
  const byLinks = decisions.flatMap(({ outcome, pair }) =>
    outcome !== IdentityOutcome.POSSIBLE && places.get(pair[0])?.candidateId === null ? pair : [],
  );
  const regrouped = new Set(byLinks.length > 0 ? await regroup(manager, byLinks, now) : []);
  if (PROPOSALS.some(({ on }) => on === kind)) {
    const own = placed.map(({ candidateId, place }) => place.candidateId ?? candidateId);
    await followMilestones(manager, [...new Set([...own, ...regrouped])], now);
    return;
  }
  const homes = new Set(placed.flatMap(({ place }) => (place.isLinked ? (place.candidateId ?? []) : [])));
  if (homes.size > 0)
    await refoldPathways(
      manager,
      [...homes].filter((id) => !regrouped.has(id)),
    );
}
