/** The deliverer of the registry's process: beside the requests, on connections of its own. */
import { setTimeout as pause } from "node:timers/promises";
import { connect, createDatabase } from "../../../platform/database.ts";
import type { Log } from "../../../platform/log.ts";
import { openOutside } from "../../../platform/post-outside.ts";
import { database as definition } from "./database.ts";
import { deliver, takeDue } from "./deliver-webhooks.ts";

/** The most that one process has under way. */
const MOST_AT_ONCE = 256;

export interface DelivererSettings {
  key: string;
  /** Hosts with their ports that may be called by http and wherever they are. */
  allowedHosts: readonly string[];
  /** How often it looks for what is due. */
  seconds: number;
}

/**
 * Begins to deliver news to webhooks. A failure of the database is logged and tried again: what waits is not lost.
 * @returns what stops it, once the calls under way are answered
 */
export function startDeliverer(
  databaseUrl: string,
  { key, allowedHosts, seconds }: DelivererSettings,
  log: Log,
): () => Promise<void> {
  // What is looked for several times a second belongs to no request, and is not counted or written down with theirs.
  const database = createDatabase(databaseUrl, definition, 4).setOptions({
    logger: "simple-console",
    logging: false,
  });
  const outside = openOutside({ allowedHosts });
  const delivering = { database, key, post: outside.post };
  const stopping = new AbortController();
  /** What is under way, by webhook: a slow address keeps nobody waiting but itself. */
  const underWay = new Map<string, { size: number; done: Promise<void> }>();
  const running = run();

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      failures = (await take()) ? 0 : failures + 1;
      const wait = seconds * 1000 * Math.min(2 ** failures, 32);
      const rest = pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      // An address that answered is given more at once.
      await Promise.race([rest, ...(failures > 0 ? [] : [...underWay.values()].map(({ done }) => done))]);
    }
    await Promise.all([...underWay.values()].map(({ done }) => done));
    await outside.close();
    if (database.isInitialized) await database.destroy();
  }

  async function take(): Promise<boolean> {
    try {
      if (!database.isInitialized) await connect(database);
      const room = MOST_AT_ONCE - [...underWay.values()].reduce((sum, { size }) => sum + size, 0);
      for (const batch of await takeDue(delivering, [...underWay.keys()], room)) {
        const id = batch[0]?.webhookId ?? "";
        const done = deliver(delivering, batch)
          .catch(complain)
          .finally(() => underWay.delete(id));
        underWay.set(id, { size: batch.length, done });
      }
      return true;
    } catch (error) {
      complain(error);
      return false;
    }
  }

  function complain(error: unknown): void {
    log.error({ err: error }, "webhooks could not be served; it is tried again");
  }

  return async () => {
    stopping.abort();
    await running;
  };
}
