/** The CPU time and the memory of processes and of everything they started, read from Linux's /proc. */
import { readdirSync, readFileSync } from "node:fs";

/** What /proc/PID/stat says of a process. */
export interface ProcessTimes {
  pid: number;
  parent: number;
  /** CPU time of its own threads, in user and kernel mode, in milliseconds. */
  own: number;
  /** CPU time of its children that have ended, in milliseconds. */
  reaped: number;
}

/** Linux gives CPU times in hundredths of a second, whatever the machine's own clock. */
const TICK = 10;

/** Whether this system tells the CPU time of processes. */
export const canReadCpu = process.platform === "linux";

/** The times in the text of /proc/PID/stat. */
export function parseStat(text: string): ProcessTimes {
  // The name stands in brackets and may hold anything, brackets and spaces included: the last bracket ends it.
  const end = text.lastIndexOf(")");
  const [, parent, ...rest] = text.slice(end + 2).split(" ");
  const ticks = (field: number) => Number(rest[field]) * TICK;
  return {
    pid: Number.parseInt(text, 10),
    parent: Number(parent),
    own: ticks(9) + ticks(10),
    reaped: ticks(11) + ticks(12),
  };
}

/** The CPU time of `pid` and of all below it in `table`, in milliseconds. */
export function treeTime(pid: number, table: readonly ProcessTimes[]): number {
  const mine = table.find((entry) => entry.pid === pid);
  if (!mine) return 0;
  const children = table.filter((entry) => entry.parent === pid);
  return children.reduce((sum, child) => sum + treeTime(child.pid, table), mine.own + mine.reaped);
}

/** The CPU time of each process named, with all that it started, in milliseconds; NaN on a system that does not tell. */
export function cpuTimes<Name extends string>(pids: Readonly<Record<Name, number>>): Record<Name, number> {
  const table = canReadCpu ? processTable() : [];
  return Object.fromEntries(
    Object.entries<number>(pids).map(([name, pid]) => [name, canReadCpu ? treeTime(pid, table) : Number.NaN]),
  ) as Record<Name, number>;
}

/** The CPU time that the whole machine spent working since it started, in milliseconds; NaN where it does not tell. */
export function machineTime(): number {
  return canReadCpu ? parseMachine(readFileSync("/proc/stat", "utf8")) : Number.NaN;
}

/** The working time in the text of /proc/stat: all but what was idle, waiting for a disk, or counted twice as a guest's. */
export function parseMachine(text: string): number {
  const [, user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = (text.split("\n", 1)[0] ?? "")
    .split(/\s+/)
    .map(Number);
  return (user + nice + system + irq + softirq) * TICK;
}

/** The process that started `pid`; NaN on a system that does not tell. */
export function parentOf(pid: number): number {
  return canReadCpu ? parseStat(readFileSync(`/proc/${pid}/stat`, "utf8")).parent : Number.NaN;
}

/**
 * The memory of `pid` and of all below it, in megabytes: what is shared between processes is counted once (PSS).
 * NaN where it cannot be read.
 */
export function memoryOf(pid: number): number {
  if (!canReadCpu) return Number.NaN;
  const table = processTable();
  const below = (parent: number): number[] => [
    parent,
    ...table.filter((entry) => entry.parent === parent).flatMap((entry) => below(entry.pid)),
  ];
  return below(pid).reduce((sum, each) => sum + proportionalSize(each), 0);
}

/** The megabytes in the text of /proc/PID/smaps_rollup. */
export function parsePss(text: string): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? Number.NaN) / 1024;
}

function proportionalSize(pid: number): number {
  try {
    return parsePss(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
  } catch {
    return Number.NaN;
  }
}

function processTable(): ProcessTimes[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      return [parseStat(readFileSync(`/proc/${name}/stat`, "utf8"))];
    } catch {
      // It ended while we looked.
      return [];
    }
  });
}
