/** Waiting for what will come about, however slow the machine. */
import { setTimeout as pause } from "node:timers/promises";

/**
 * Resolves once `holds` does with true.
 * @throws {Error} naming `what` when it has not after a minute.
 */
export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(25)) if (await holds()) return;
  throw new Error(`It did not come about in a minute: ${what}.`);
}
