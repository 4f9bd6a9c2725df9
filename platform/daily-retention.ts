/** The schedule of retention in the process that serves: carried out once a day by one of its replicas, unasked. */
import { setTimeout as pause } from "node:timers/promises";
import type { DataSource } from "typeorm";
import type { Log } from "./log.ts";
import { retire, type RetentionRule } from "./retention.ts";

/** How often it is looked whether the day's turn is due, in milliseconds. */
const EVERY_HOUR = 3_600_000;

/**
 * Begins to carry out `schedule` each day, now if today's turn was not taken. A failure is logged and tried again at
 * the next look.
 * @param now the clock; tests move it
 * @returns what ends it, once the rule under way is done
 */
export function startDailyRetention(
  database: DataSource,
  schedule: readonly RetentionRule[],
  log: Log,
  now: () => Date = () => new Date(),
  every = EVERY_HOUR,
): () => Promise<void> {
  const stopping = new AbortController();
  const running = run();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        for (const { rule, keptFrom, rows } of await retire(database, schedule, now(), { onceADay: true }))
          log.info({ rule, keptFrom, rows }, "retention was carried out");
      } catch (error) {
        log.error({ err: error }, "retention could not be carried out; it is tried again");
      }
      await pause(every, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  }

  return async () => {
    stopping.abort();
    await running;
  };
}
