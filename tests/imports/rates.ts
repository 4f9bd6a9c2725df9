/** How fast a file comes in, beside plain COPY of the same file into the same server, in turns in one run. */
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { withClient } from "../../platform/provision-database.ts";
import { cpuTimes } from "../bench/cpu.ts";
import { startImport } from "./import-process.ts";

export interface Rates {
  rows: number;
  /** Rows per second: the file into a table of twelve columns of text, the median of five. */
  copy: number;
  /** The same people, finished, as they are, into tables with the columns, checks and indexes of the registry's own. */
  copyIntoTables: number;
  /** Until every row was checked and kept. */
  landed: number;
  /** Until every one was compared with all others, and a registration with its candidate, milestone, stage and news. */
  compared: number;
  /** `landed` and `compared` in parts of `copy`, and `compared` of `copyIntoTables`. */
  ratio: { landed: number; compared: number; comparedOfTables: number };
  /** Processor time in microseconds a row, of the server and of whoever sends: of COPY, and of the import to its end. */
  processor: { copy: number; import: number };
  /** The most memory that the import held. */
  megabytes: number;
}

/** @param url of a registry in which nobody is known; @param file of so many `rows` */
export async function measureRates(url: string, file: string, rows: number): Promise<Rates> {
  return withClient(url, async (client) => {
    await client.query(`create table plain (${"abcdefghijkl".replaceAll(/./g, "$& text,").slice(0, -1)})`);
    const plain = async () => {
      await client.query("truncate plain");
      return timed(rows, () =>
        pipeline(
          createReadStream(file, { highWaterMark: 1 << 18 }),
          client.query(copyFrom("copy plain from stdin with (format csv, header)")),
        ),
      );
    };
    const spent = () => cpuTimes({ all: process.pid }).all;
    const began = spent();
    const copies = [await plain(), await plain(), await plain()];
    const copied = spent();
    const { figures, megabytes, errors } = await startImport(url, ["promis", file]).ended;
    if (figures?.["imported"] !== rows)
      throw new Error(`Not every row was imported. ${errors.slice(0, 500)}`);
    const done = spent();
    copies.push(await plain(), await plain());
    const { landed, compared } = figures["rowsPerSecond"] as { landed: number; compared: number };
    const copy = copies.sort((a, b) => a - b)[2] ?? 0;
    const copyIntoTables = await copyFinished(client, rows);
    const part = (rate: number, of: number) => Math.round((rate / of) * 1000) / 1000;
    return {
      rows,
      copy,
      copyIntoTables,
      landed,
      compared,
      ratio: {
        landed: part(landed, copy),
        compared: part(compared, copy),
        comparedOfTables: part(compared, copyIntoTables),
      },
      processor: {
        copy: Math.round(((copied - began) / rows / 3) * 10_000) / 10,
        import: Math.round(((done - copied) / rows) * 10_000) / 10,
      },
      megabytes,
    };
  });
}

const TABLES = ["candidate", "registration", "milestone", "stage_spell", "news_entry"];

/** Without foreign keys and triggers: what the indexes alone let in. Through the server's own disk, not through here. */
async function copyFinished(client: pg.Client, rows: number): Promise<number> {
  for (const table of TABLES) {
    await client.query(`create table copied_${table} (like ${table} including all)`);
    await client.query(`create temp table made_${table} as select * from ${table}`);
  }
  return timed(rows, async () => {
    for (const table of TABLES) await client.query(`insert into copied_${table} select * from made_${table}`);
  });
}

async function timed(rows: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return Math.round(rows / ((performance.now() - began) / 1000));
}
