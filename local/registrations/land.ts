/** Keeps a part of a spreadsheet in the registry, where its rows become registrations; a dry run only counts what they would be. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { EntityManager } from "typeorm";
import { correctionsBy } from "../../subgraphs/registry/store/arrived-corrections.ts";
import { ARRIVAL, knownArrivals } from "../../subgraphs/registry/store/arrivals.ts";
import type { Prepared } from "./prepare.ts";

/** In the transaction of `manager`. Plain COPY into one table: keys, candidates and all else come when rows are entered. */
export async function land(manager: EntityManager, { copy }: Prepared): Promise<void> {
  await copyInto(manager, "registration_arriving", copy);
}

export interface Foreseen {
  imported: number;
  known: number;
  corrected: number;
  outdated: number;
}

/** What the rows of an import would be; copied into a table that only this connection sees, and that is empty again after. */
export async function foresee(
  manager: EntityManager,
  importId: string,
  { copy, good }: Prepared,
): Promise<Foreseen> {
  await manager.query(
    "create temp table if not exists arriving (like registration_arriving) on commit delete rows",
  );
  await copyInto(manager, "arriving", copy);
  const known = await knownArrivals(manager, { importId, from: 0, to: MOST_LINES }, "arriving");
  const { corrected, outdated } = await correctionsBy(manager, known);
  return {
    imported: good - known.length,
    known: known.length - corrected.length,
    corrected: corrected.length,
    outdated,
  };
}

/** The largest number that a line can have. */
const MOST_LINES = 2 ** 31 - 1;

async function copyInto(manager: EntityManager, table: string, copy: string): Promise<void> {
  const client = (await manager.queryRunner?.connect()) as pg.PoolClient;
  await pipeline(
    Readable.from([Buffer.from(copy)]),
    client.query(copyFrom(`copy ${table} (${ARRIVAL.join(", ")}) from stdin`)),
  );
}
