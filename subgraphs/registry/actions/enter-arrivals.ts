/** Make registrations of the rows that imports landed: each compared with all others, in the order of its file. */
import { setTimeout as pause } from "node:timers/promises";
import type { DataSource, EntityManager } from "typeorm";
import { v7 as uuid } from "uuid";
import { dayInQuebec } from "../../../platform/action.ts";
import { IdentityOutcome, keyed, normalise, type Keyed, type Person } from "../domain/identity/index.ts";
import { PROPOSALS } from "../domain/proposal.ts";
import { correctMany } from "../store/arrived-corrections.ts";
import { knownArrivals, nextArrivals, takeOff } from "../store/arrivals.ts";
import { writeMatcherDecisions } from "../store/identity-decisions.ts";
import { regroup } from "../store/identity-groups.ts";
import { lockIdentity } from "../store/identity-locks.ts";
import { recogniseMany } from "../store/identify-many.ts";
import { inTurn } from "../store/in-turn.ts";
import { refoldPathways } from "../store/pathway.ts";
import { registerMany } from "../store/register-many.ts";
import { followMilestones } from "./propose-next.ts";

export interface Entered {
  /** Rows that are registrations now, or were before. */
  rows: number;
  imported: number;
  /** Registered before, and as the row says. */
  known: number;
  corrected: number;
  /** Registered before, and corrected since to something else than the row says. */
  outdated: number;
  linked: number;
  /** Of how many a human is asked. */
  possible: number;
}

export const NONE_ENTERED: Entered = {
  rows: 0,
  imported: 0,
  known: 0,
  corrected: 0,
  outdated: 0,
  linked: 0,
  possible: 0,
};

export interface EnterOptions {
  importId: string;
  organisation: string;
  /** How many at once, to begin with; then as many as keep doors waiting for no longer than `WAIT`. */
  batch?: number;
  /** Is told how many rows were taken since the last time. */
  progress?: (rows: number) => void;
  /** While this says true, more may land: when there is none, it is waited for. */
  landing?: () => boolean;
  signal?: AbortSignal;
}

/** Doors that register the same moment wait for a batch: no longer than this many milliseconds, as far as one can tell. */
const WAIT = 250;
const LEAST = 100;
const MOST = 1_000;
/** A planner of queries that knows nothing of so many new rows would read whole tables; then at four times as many. */
const ANALYSED_FROM = 500;

/**
 * Until no row of the import is left. Each batch is entered and off the list, or neither. Nobody else may be at this
 * import (`aloneOn`).
 */
export async function enterArrivals(registry: DataSource, options: EnterOptions): Promise<Entered> {
  const { importId, landing, progress, signal } = options;
  const total = { ...NONE_ENTERED };
  let [after, size, analysed] = [0, options.batch ?? 400, ANALYSED_FROM];
  const prepareNext = async () => {
    const mayCome = landing?.() ?? false;
    return { mayCome, rows: (await nextArrivals(registry.manager, importId, after, size)).map(prepared) };
  };
  let ahead = prepareNext();
  while (!signal?.aborted) {
    const { mayCome, rows } = await ahead;
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) {
      if (!mayCome) break;
      await pause(20);
      ahead = prepareNext();
      continue;
    }
    after = last.line;
    const entering = inTurn(registry, (manager) => enterBatch(manager, rows, options));
    // What comes next is read and keyed while PostgreSQL writes.
    ahead = prepareNext();
    ahead.catch(() => undefined);
    const { entered, held } = await entering;
    for (const each of Object.keys(total) as (keyof Entered)[]) total[each] += entered[each];
    progress?.(entered.rows);
    if (options.batch === undefined)
      size = Math.max(LEAST, Math.min(MOST, Math.round((rows.length * WAIT) / Math.max(held, 1))));
    if (total.rows >= analysed) {
      await registry.query("analyze candidate, registration, milestone, stage_spell, identity_pair");
      analysed *= 4;
    }
  }
  await ahead.catch(() => undefined);
  return total;
}

interface PreparedArrival extends Keyed {
  line: number;
  id: string;
  candidateId: string;
  person: Person;
}

function prepared({ line, ...declared }: Awaited<ReturnType<typeof nextArrivals>>[number]): PreparedArrival {
  const person = normalise(declared);
  return { line, id: uuid(), candidateId: uuid(), person, ...keyed(declared, person) };
}

/** Gives also for how many milliseconds doors had to wait. */
async function enterBatch(
  manager: EntityManager,
  rows: readonly PreparedArrival[],
  { importId, organisation }: EnterOptions,
): Promise<{ entered: Entered; held: number }> {
  await manager.query(BY_INDEX);
  await lockIdentity(manager);
  const began = performance.now();
  const now = new Date();
  const today = dayInQuebec(now);
  const taken = { importId, from: rows[0]?.line ?? 0, to: rows.at(-1)?.line ?? 0 };
  const known = await knownArrivals(manager, taken);
  const { corrected, outdated } = await correctMany(manager, known, { organisation, now, today });
  const lines = new Set(known.map(({ line }) => line));
  const fresh = rows.filter(({ line }) => !lines.has(line));
  const found = await register(manager, fresh, { importId, organisation, now, today });
  await takeOff(manager, taken);
  const entered = {
    rows: rows.length,
    imported: fresh.length,
    known: known.length - corrected,
    corrected,
    outdated,
    ...found,
  };
  return { entered, held: performance.now() - began };
}

/**
 * A batch is some hundred rows among many thousand, each found through an index. What the planner does not know yet, or
 * planned for a trigger when there were few, would have it read whole tables for them.
 */
const BY_INDEX =
  "select set_config('enable_seqscan', 'off', true), set_config('random_page_cost', '1', true)";

async function register(
  manager: EntityManager,
  fresh: readonly PreparedArrival[],
  registrar: { importId: string; organisation: string; now: Date; today: string },
): Promise<{ linked: number; possible: number }> {
  if (fresh.length === 0) return { linked: 0, possible: 0 };
  const { now } = registrar;
  const newcomers = fresh.map((row) => ({ ...row, keys: row.identityKeys }));
  const { decisions, places, linked, possible } = await recogniseMany(manager, newcomers, now);
  const placed = fresh.map(({ person: _, ...row }) => ({
    ...row,
    place: places.get(row.id) ?? { candidateId: row.candidateId, isLinked: false },
  }));
  const kind = await registerMany(manager, placed, registrar);
  await writeMatcherDecisions(manager, decisions, now);
  const byLinks = decisions.flatMap(({ outcome, pair }) =>
    outcome !== IdentityOutcome.POSSIBLE && places.get(pair[0])?.candidateId === null ? pair : [],
  );
  const regrouped = byLinks.length > 0 ? await regroup(manager, byLinks, now) : [];
  const homes = placed.flatMap(({ place }) => (place.isLinked ? (place.candidateId ?? []) : []));
  if (PROPOSALS.some(({ on }) => on === kind)) {
    const own = placed.map(({ candidateId, place }) => place.candidateId ?? candidateId);
    await followMilestones(manager, [...new Set([...own, ...regrouped])], now);
  } else if (homes.length > 0) await refoldPathways(manager, [...new Set(homes)].filter(unless(regrouped)));
  return { linked, possible };
}

function unless(ids: readonly string[]): (id: string) => boolean {
  const set = new Set(ids);
  return (id) => !set.has(id);
}
