/** The import command as its own process, as an operator runs it, and killed as a machine kills it. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../local/checkout.ts";
import { cpuTimes } from "../bench/cpu.ts";

export interface Ended {
  code: number | null;
  /** The last line of standard output, read; null when there is none. */
  figures: Record<string, unknown> | null;
  errors: string;
  /** The most memory that it held at once, in megabytes; 0 where the system does not tell. */
  megabytes: number;
  /** Its processor time, in milliseconds, as far as a look five times a second tells. */
  processor: number;
}

export interface ImportProcess {
  kill(): void;
  ended: Promise<Ended>;
}

/** Starts `npm run import -- …` without npm, on the registry at `url`. */
export function startImport(url: string, args: readonly string[]): ImportProcess {
  const child = spawn(process.execPath, [join(checkout, "dist/local/registrations/import.js"), ...args], {
    env: { PATH: process.env["PATH"], REGISTRY_DATABASE_URL: url },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [output, errors, megabytes, processor] = ["", "", 0, 0];
  child.stdout.on("data", (text: Buffer) => (output += text.toString()));
  // Of a file that is bad throughout, the first lines are enough.
  child.stderr.on("data", (text: Buffer) => (errors = (errors + text.toString()).slice(0, 20_000)));
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, memoryOf(child.pid));
    if (child.pid !== undefined) processor = Math.max(processor, cpuTimes({ it: child.pid }).it);
  }, 200);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(watch);
      const last = output.trim().split("\n").at(-1) ?? "";
      resolve({
        code,
        figures: last === "" ? null : (JSON.parse(last) as Ended["figures"]),
        errors,
        megabytes,
        processor,
      });
    });
  });
  return { kill: () => void child.kill("SIGKILL"), ended };
}

function memoryOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Math.round(Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
