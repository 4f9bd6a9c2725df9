/** Waiting for a gateway that was just started. */
import { setTimeout as pause } from "node:timers/promises";
import { StartupError } from "../../platform/environment.ts";

/** Resolves once the gateway at `url` listens. @throws {StartupError} when it does not within 30 seconds. */
export async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const isReady = await fetch(`${url}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await pause(100);
  }
  throw new StartupError("The gateway did not start within 30 seconds: see what it said above.");
}
