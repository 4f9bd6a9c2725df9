/** For what goes on in the background: waiting until it came about, and a log that only remembers. */
import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../../platform/log.ts";

/** Waits for what must come about by itself; a slow machine only takes longer. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error("It did not come about within a minute.");
    await pause(20);
  }
}

/** A log that keeps what was written, as text. */
export function rememberingLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const write = (...parts: unknown[]) => void lines.push(JSON.stringify(parts));
  const log = Object.fromEntries(
    ["debug", "error", "fatal", "info", "silent", "trace", "warn"].map((level) => [level, write]),
  );
  return { log: { ...log, child: () => log, level: "trace" } as unknown as Log, lines };
}
