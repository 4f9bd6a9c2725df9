/** Make registrations of the rows that imports landed: each compared with all others, in the order of its file. */
import { setTimeout as pause } from "node:timers/promises";
import type { DataSource } from "typeorm";
import { ArrivalQueue } from "../store/arrival-queue.ts";
import { inTurn } from "../store/in-turn.ts";
import { enterWindow } from "./enter-window.ts";

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
  /** How many are decided and written at once. */
  batch?: number;
  /** Is told how many rows were taken since the last time. */
  progress?: (rows: number) => void;
  /** While this says true, more may land: when there is none, it is waited for. */
  landing?: () => boolean;
  signal?: AbortSignal;
}

/** So many are decided and written at once. */
const PART = 250;
/** A planner of queries that knows nothing of so many new rows would read whole tables; then at four times as many. */
const ANALYSED_FROM = 500;

/** Until no row of the import is left. Nobody else may be at this import (`aloneOn`). */
export async function enterArrivals(registry: DataSource, options: EnterOptions): Promise<Entered> {
  const { importId, organisation, landing, progress, signal } = options;
  const queue = new ArrivalQueue(registry, importId, options.batch ?? PART);
  const total = { ...NONE_ENTERED };
  let [done, analysed] = [0, ANALYSED_FROM];
  const entered = (part: Entered, line: number) => {
    done = line;
    for (const each of Object.keys(total) as (keyof Entered)[]) total[each] += part[each];
    progress?.(part.rows);
  };
  for (let isLeft = true; isLeft && !signal?.aborted;) {
    const mayCome = landing?.() ?? false;
    let isAgain = false;
    await inTurn(async () => {
      if (isAgain) queue.rewind(done);
      isAgain = true;
      const first = await queue.next();
      // What was read ahead may have been read before the last rows landed.
      const rows = first.length > 0 ? first : await queue.next();
      if (rows.length > 0)
        await enterWindow(registry, { importId, organisation, queue, first: rows, entered, signal });
      else if (mayCome) await pause(20);
      else isLeft = false;
    });
    if (total.rows >= analysed) {
      await registry.query("analyze candidate, registration, milestone, stage_spell, identity_pair");
      analysed *= 4;
    }
  }
  return total;
}
