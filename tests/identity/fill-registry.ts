/** Fills a registry's database with a crowd: in minutes for a million, whose keys are made by code. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { withClient } from "../../platform/provision-database.ts";
import type { Part } from "./crowd-worker.ts";

/** Adds the places `from` to `to` of the crowd to the database at a superuser's address. */
export async function fillRegistry(adminUrl: string, from: number, to: number): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    // Built once over all rows instead of row by row.
    const { rows } = await admin.query<{ name: string; definition: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
       where indrelid = 'registration'::regclass and not indisunique`,
    );
    for (const { name } of rows) await admin.query(`drop index ${name}`);
    const step = Math.min(4, availableParallelism());
    await Promise.all(
      Array.from({ length: step }, (_, part) => fill({ adminUrl, from: from + part, to, step })),
    );
    await admin.query(
      `insert into candidate (id, created_at) select distinct on (candidate_id) candidate_id, recorded_at from registration
       on conflict do nothing`,
    );
    await admin.query("set maintenance_work_mem = '512MB'");
    for (const { definition } of rows) await admin.query(definition);
    await admin.query("vacuum analyze registration");
    await admin.query("vacuum analyze candidate");
  });
}

function fill(part: Part): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./crowd-worker.js", import.meta.url), { workerData: part });
    worker.once("error", reject);
    worker.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error("A part of the crowd was not copied.")),
    );
  });
}
