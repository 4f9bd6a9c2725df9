/** One `npm start` for each local folder: two would share one data folder. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { StartupError } from "../../platform/environment.ts";
import { commandOf, isAlive } from "../postgres/process-table.ts";
import { readPrivate, writePrivate } from "./private-file.ts";

const CLAIM = z.object({ pid: z.number().int(), gatewayUrl: z.string() });

export interface Claim {
  /** Whether an earlier start had ended without tidying up. */
  wasKilled: boolean;
  release(): void;
}

/**
 * Claims `folder` for this process.
 * @throws {StartupError} when another one runs there.
 */
export function claim(folder: string, gatewayUrl: string): Claim {
  const file = join(folder, "start.pid");
  const found = CLAIM.safeParse(readPrivate(file)).data;
  if (found && found.pid !== process.pid && isRunning(found.pid)) {
    throw new StartupError(
      `Continuum already runs from this folder (process ${found.pid}), at ${found.gatewayUrl}/. Stop it with Ctrl-C where it was started, then start again.`,
    );
  }
  writePrivate(file, { pid: process.pid, gatewayUrl });
  return { wasKilled: found !== undefined, release: () => rmSync(file, { force: true }) };
}

/** The number may have passed to another program since. */
function isRunning(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const command = commandOf(pid);
  return command === undefined || /local[\\/]start\.(js|ts)/.test(command);
}
