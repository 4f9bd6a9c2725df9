/** What the system says of a process of which only the number is known. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Whether a process with this number runs, whoever's it is. A process that has ended and waits to be collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return processStatus(pid)?.state !== "Z";
}

/** The command line of the process, its parts separated by spaces; `undefined` where the system does not tell. */
export function commandOf(pid: number): string | undefined {
  try {
    if (existsSync("/proc/self"))
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    if (process.platform === "win32") return undefined;
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}

/** The parent of the process; `undefined` where there is no such process or the system does not tell. */
export function parentOf(pid: number): number | undefined {
  const status = processStatus(pid);
  if (status) return status.parent;
  if (process.platform === "win32" || existsSync("/proc/self")) return undefined;
  try {
    return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }).trim());
  } catch {
    return undefined;
  }
}

function processStatus(pid: number): { state: string; parent: number } | undefined {
  try {
    // "pid (name) state parent ...": the name may hold spaces and brackets, so what follows the last bracket counts.
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state = "", parent] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
