/** The gateway as a process that tells what it costs and for how long it stands still. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { checkout } from "../../local/checkout.ts";
import { StartupError } from "../../platform/environment.ts";
import { unusedPort } from "../support/ports.ts";

export interface Seen {
  /** CPU time since it was started, in microseconds. */
  spent: number;
  /** For how long its event loop stood still since it was last asked: at the worst, and one time in a hundred; in milliseconds. */
  worst: number;
  p99: number;
}

export interface WatchedGateway {
  url: string;
  watch: () => Promise<Seen>;
  stop: () => void;
}

/** Starts a gateway with these variables. @throws {StartupError} when it does not listen within 30 seconds. */
export async function startWatched(environment: Record<string, string>): Promise<WatchedGateway> {
  const port = await unusedPort();
  const child = fork(join(checkout, "dist/gateway/main.js"), {
    env: { ...environment, PORT: String(port) },
    execArgv: ["--import", join(checkout, "tests/hostile/cpu.mjs")],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = () => void child.kill();
  try {
    await untilLive(url);
  } catch (error) {
    stop();
    throw error;
  }
  return {
    url,
    stop,
    watch: async () => {
      const answer = once(child, "message") as Promise<[Seen]>;
      child.send({ cpu: true });
      return (await answer)[0];
    },
  };
}

async function untilLive(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const isLive = await fetch(`${url}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isLive) return;
    await pause(100);
  }
  throw new StartupError("The gateway did not start within 30 seconds: see what it said above.");
}
