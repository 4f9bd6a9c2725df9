/** A process of the benchmark: started by its own entry point, logged to a file, measured by its number, never left behind. */
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { StartupError } from "../../platform/environment.ts";
import { checkout } from "../../local/checkout.ts";

export interface ProcessOrder {
  name: string;
  /** The script and its arguments. */
  script: readonly [string, ...string[]];
  env: Record<string, string>;
  /** The folder of its log. */
  logs: string;
  /** What is loaded before the script. */
  preload?: string;
}

export interface BenchProcess {
  name: string;
  pid: number;
  /** Settles when the process has ended, with whether it ended well. */
  ended: Promise<boolean>;
  /** Sends a message to what was preloaded, and gives its answer. */
  tell(message: object): Promise<unknown>;
  /** Throws, with the last words of its log, when the process has ended. */
  check(): void;
  stop(): Promise<void>;
}

const PATIENCE = 15_000;

/** Starts the process. What it writes goes straight to its log: reading it here would cost the CPU that is measured. */
export function startProcess(order: ProcessOrder): BenchProcess {
  mkdirSync(order.logs, { recursive: true });
  const log = join(order.logs, `${order.name}.log`);
  const file = openSync(log, "w", 0o600);
  const hooks = [
    join(checkout, "local/start/exit-with-parent.mjs"),
    ...(order.preload ? [order.preload] : []),
  ];
  const child = spawn(
    process.execPath,
    [...hooks.flatMap((hook) => ["--import", pathToFileURL(hook).href]), ...order.script],
    {
      cwd: checkout,
      // Nothing of the caller's own settings: every run measures the same.
      env: { PATH: process.env["PATH"], HOME: process.env["HOME"], NODE_ENV: "production", ...order.env },
      stdio: ["ignore", file, file, "ipc"],
      detached: true,
    },
  );
  closeSync(file);
  const ended = new Promise<boolean>((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    name: order.name,
    pid: child.pid ?? Number.NaN,
    ended,
    tell: (message) =>
      new Promise((resolve) => {
        child.once("message", resolve);
        child.send(message);
      }),
    check: () => {
      if (hasEnded()) throw new StartupError(`${order.name} has ended: ${lastWords(log)} Its log is ${log}.`);
    },
    stop: async () => {
      if (hasEnded()) return;
      child.kill("SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
      await ended;
      clearTimeout(force);
    },
  };
}

/** Runs a process that does its work and ends. @throws {StartupError} with the last words of its log when it fails. */
export async function finishProcess(order: ProcessOrder): Promise<void> {
  const child = startProcess(order);
  if (await child.ended) return;
  child.check();
}

/**
 * Resolves when `isReady` does with true.
 * @throws {StartupError} when the process ends or does not become ready in a minute and a half.
 */
export async function untilReady(child: BenchProcess, isReady: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 90_000; Date.now() < until; await sleep(100)) {
    child.check();
    if (await isReady().catch(() => false)) return;
  }
  throw new StartupError(`${child.name} does not become ready.`);
}

function lastWords(log: string): string {
  const line = readFileSync(log, "utf8").trimEnd().split("\n").at(-1) ?? "";
  return line === "" ? "it did not say why." : `${line.slice(0, 400).replace(/\.$/, "")}.`;
}
