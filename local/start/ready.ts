/** Waiting for a server to say that it is ready. */
import { setTimeout as sleep } from "node:timers/promises";
import { StartupError } from "../../platform/environment.ts";

const PATIENCE = 90_000;

/**
 * Resolves when `url` answers 200 at /health/ready.
 * @throws {StartupError} when it does not in a minute and a half, with what it said last.
 */
export async function untilReady(name: string, url: string): Promise<void> {
  let last = "it does not answer";
  for (const until = Date.now() + PATIENCE; Date.now() < until; await sleep(75)) {
    try {
      const response = await fetch(new URL("/health/ready", url), { signal: AbortSignal.timeout(5_000) });
      const answer = await response.text();
      if (response.ok) return;
      last = `it answers ${response.status} ${answer.slice(0, 200)}`;
    } catch {
      // Not listening yet.
    }
  }
  throw new StartupError(`${name} does not become ready: ${last}. See its log in .continuum/logs.`);
}
