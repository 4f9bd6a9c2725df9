/** Stops what the test run started: the hub, if a suite needed it, and the PostgreSQL server; their folders go too. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export default async function stopTestServers(): Promise<void> {
  await stopHub(process.env["TEST_HUB_FOLDER"]);
  await globalThis.testPostgres?.stop();
}

async function stopHub(folder: string | undefined): Promise<void> {
  if (!folder) return;
  const state = join(folder, "hub", "state.json");
  if (existsSync(state)) {
    const { pid } = JSON.parse(readFileSync(state, "utf8")) as { pid: number };
    process.kill(pid, "SIGTERM");
    for (let tries = 0; tries < 200 && isRunning(pid); tries += 1) await pause(100);
  }
  rmSync(folder, { recursive: true, force: true });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
