/** One process of the local hub: started by its production entry point, logged to a file, and never left behind. */
import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { StartupError } from "../../platform/environment.ts";
import { checkout } from "../checkout.ts";
import { concern } from "./log-lines.ts";

export interface ChildOrder {
  name: string;
  /** The script below dist/ and its arguments. */
  script: readonly string[];
  env: Record<string, string>;
  /** The folder of the logs. */
  logs: string;
  /** Is told each warning and error, in one line. */
  report: (sentence: string) => void;
  /** Whether the process shows its own progress on the terminal. */
  visible?: boolean;
}

export interface Child {
  name: string;
  log: string;
  /** Settles when the process has ended, with how it did. */
  ended: Promise<string>;
  /** Whether it ended by itself and well. */
  succeeded: Promise<boolean>;
  /** The last warning or error it logged. */
  lastConcern(): string | undefined;
  /** Asks the process to end, and makes it after a while. */
  stop(): Promise<void>;
}

const PATIENCE = 8_000;
/** The same warning is not repeated on the terminal within this time. */
const QUIET = 10_000;

/**
 * Starts the process.
 * @throws {StartupError} when it is not built.
 */
export function startChild(order: ChildOrder): Child {
  const [script = "", ...args] = order.script;
  const path = join(checkout, "dist", script);
  if (!existsSync(path)) {
    throw new StartupError(
      `${order.name} is not there: dist/${script} is missing. Start with npm start, which builds it.`,
    );
  }
  const hook = pathToFileURL(join(checkout, "local/start/exit-with-parent.mjs")).href;
  const child = spawn(process.execPath, ["--import", hook, path, ...args], {
    cwd: checkout,
    env: { ...inherited(), ...order.env },
    stdio: ["ignore", order.visible ? "inherit" : "pipe", "pipe", "ipc"],
    // A process group of its own: Ctrl-C reaches it through us, so that all end in order.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  const log = join(order.logs, `${order.name}.log`);
  const lastConcern = keepLog(child, log, order);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  return {
    name: order.name,
    log,
    ended,
    succeeded: ended.then(() => child.exitCode === 0),
    lastConcern,
    stop: async () => {
      child.kill("SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
      await ended;
      clearTimeout(force);
    },
  };
}

/** Our own environment, without what is ours alone: a stray DATABASE_URL must not reach a service. */
function inherited(): NodeJS.ProcessEnv {
  const ours =
    /^(npm_|CONTINUUM_|PASSPORT_|.*GRANT_KEY$|.*DATABASE_URL$|HOST$|PORT$|METRICS_PORT$|NODE_CHANNEL)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/** Writes what the process says to its log, whose predecessor is kept, and reports what concerns the user. */
function keepLog(child: ChildProcess, log: string, order: ChildOrder): () => string | undefined {
  mkdirSync(order.logs, { recursive: true });
  if (existsSync(log)) renameSync(log, log.replace(/\.log$/, ".previous.log"));
  const file = createWriteStream(log, { mode: 0o600 });
  const reported = new Map<string, number>();
  let last: string | undefined;
  for (const name of ["stdout", "stderr"] as const) {
    const stream = child[name];
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (line) => {
      file.write(`${line}\n`);
      const sentence = concern(line, name);
      if (sentence === undefined) return;
      last = sentence;
      const now = Date.now();
      if (now - (reported.get(sentence) ?? 0) < QUIET) return;
      reported.set(sentence, now);
      order.report(sentence);
    });
  }
  child.once("close", () => file.end());
  return () => last;
}
