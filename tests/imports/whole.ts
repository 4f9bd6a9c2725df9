/** A file of the largest size, imported to its end, while somebody stands at a door. */
import { statSync } from "node:fs";
import { cpuTimes } from "../bench/cpu.ts";
import { standAtTheDoor, type Noticed } from "./at-the-door.ts";
import { startImport } from "./import-process.ts";

export interface Whole {
  megabytes: number;
  rows: number;
  linked: number;
  possible: number;
  seconds: { landed: number; compared: number };
  rowsPerSecond: { landed: number; compared: number };
  /** The most memory that the import held, in megabytes. */
  held: number;
  /** Microseconds a row: of the import, and of the server, the door's statements included. */
  processor: { import: number; server: number };
  door: Noticed;
}

/** @param url of a registry in which nobody is known, on a server that this process started */
export async function importWhole(url: string, file: string): Promise<Whole> {
  const own = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
  const spent = () => cpuTimes({ all: process.pid }).all - own();
  const began = spent();
  const importing = startImport(url, ["promis", file]);
  const door = standAtTheDoor(url, importing.ended);
  const { figures, megabytes: held, processor, errors } = await importing.ended;
  if (figures === null) throw new Error(`The file was not imported. ${errors.slice(-500)}`);
  const { rows, linked, possible, seconds, rowsPerSecond } = figures as unknown as Whole;
  const each = (milliseconds: number) => Math.round((milliseconds * 1000) / rows);
  return {
    megabytes: Math.round(statSync(file).size / 1_000_000),
    rows,
    linked,
    possible,
    seconds,
    rowsPerSecond,
    held,
    processor: { import: each(processor), server: each(spent() - began - processor) },
    door: await door,
  };
}
