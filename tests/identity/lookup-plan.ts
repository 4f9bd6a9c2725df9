/** How PostgreSQL finds those alike: its plan, the pages that it reads, and the keys that most registrations share. */
import type pg from "pg";
import { withClient } from "../../platform/provision-database.ts";
import { keysOf, normalise } from "../../subgraphs/registry/domain/identity/index.ts";
import { alikeStatement, MOST_SHARED } from "../../subgraphs/registry/store/identity-lookup.ts";
import { percentile } from "../bench/figures.ts";
import { newcomer } from "./crowd.ts";

interface Node {
  "Node Type": string;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: Node[];
}

export interface PagesRead {
  /** Of the index of keys: median, and what 95 of 100 stay within. */
  index: [p50: number, p95: number];
  /** Of registrations under a key. */
  registrations: [p50: number, p95: number];
  /** In all, with what is read of the candidates found. */
  all: [p50: number, p95: number];
  /** Registrations that the index names, the passed over ones included. */
  rows: [p50: number, p95: number];
}

/** What `lookups` lookups among so many registrations read. */
export async function pagesRead(adminUrl: string, size: number, lookups: number): Promise<PagesRead> {
  const read: Record<keyof PagesRead, number[]> = { index: [], registrations: [], all: [], rows: [] };
  await withClient(adminUrl, async (admin) => {
    for (let number = 0; number < lookups; number += 1) {
      const plan = await explain<{ Plan: Node }[]>(admin, number, size, "format json");
      const root = plan[0]?.Plan;
      if (!root) continue;
      const keys = nodesOf(root).filter((node) => node["Node Type"] === "Bitmap Index Scan");
      const rows = nodesOf(root).filter((node) => node["Node Type"] === "Bitmap Heap Scan");
      read.index.push(sum(keys, pagesOf));
      read.registrations.push(sum(rows, pagesOf) - sum(keys, pagesOf));
      read.all.push(pagesOf(root));
      read.rows.push(Math.round(sum(keys, (node) => node["Actual Rows"] * node["Actual Loops"])));
    }
  });
  const of = (values: number[]): [number, number] => [percentile(values, 0.5), percentile(values, 0.95)];
  return {
    index: of(read.index),
    registrations: of(read.registrations),
    all: of(read.all),
    rows: of(read.rows),
  };
}

/** The plan of one lookup, as PostgreSQL writes it. */
export async function lookupPlan(adminUrl: string, size: number): Promise<string> {
  let text = "";
  await withClient(adminUrl, async (admin) => {
    text = await explain<string>(admin, 0, size, "format text");
  });
  return text;
}

/** How many registrations bear the commonest key, and how many keys are passed over for being too common. */
export async function commonKeys(adminUrl: string): Promise<{ registrations: number; passedOver: number }> {
  let found = { registrations: 0, passedOver: 0 };
  await withClient(adminUrl, async (admin) => {
    await admin.query("set work_mem = '512MB'");
    const { rows } = await admin.query<typeof found>(
      `select max(held)::int as registrations, count(*) filter (where held > $1)::int as "passedOver"
       from (select count(*) as held from registration, unnest(identity_keys) as key group by key) as keys`,
      [MOST_SHARED],
    );
    found = rows[0] ?? found;
  });
  return found;
}

async function explain<Plan>(admin: pg.Client, number: number, size: number, format: string): Promise<Plan> {
  const { text, values } = alikeStatement(keysOf(normalise(newcomer(number, size).declared)), null);
  const { rows } = await admin.query<{ "QUERY PLAN": unknown }>(
    `explain (analyze, buffers, ${format}) ${text}`,
    values,
  );
  const lines = rows.map((row) => row["QUERY PLAN"]);
  return (typeof lines[0] === "string" ? lines.join("\n") : lines[0]) as Plan;
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function pagesOf(node: Node): number {
  return node["Shared Hit Blocks"] + node["Shared Read Blocks"];
}

function sum(nodes: readonly Node[], of: (node: Node) => number): number {
  return nodes.reduce((total, node) => total + of(node), 0);
}
