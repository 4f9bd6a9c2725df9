/** The demonstration world in five databases of a suite's own. */
import type pg from "pg";
import { PARTNERS, perPartner, type Partner, type PerPartner } from "../../local/start/partners.ts";
import { loadWorld } from "../../local/world/load.ts";
import { migrate, type DatabaseDefinition } from "../../platform/database.ts";
import { database as ccmm } from "../../subgraphs/ccmm/store/database.ts";
import { database as eer } from "../../subgraphs/eer/store/database.ts";
import { database as fccq } from "../../subgraphs/fccq/store/database.ts";
import { database as regional } from "../../subgraphs/regional/store/database.ts";
import { database as registry } from "../../subgraphs/registry/store/database.ts";
import { createTestCopies, createTestDatabase, withClient, type TestDatabase } from "./database.ts";

const DEFINITIONS: PerPartner<DatabaseDefinition> = { registry, fccq, eer, ccmm, regional };

export interface TestWorld {
  databases: PerPartner<TestDatabase>;
  /** The owners' addresses. */
  urls: PerPartner<string>;
  /** Puts a world of scale 1 into the databases, in place of what is there. */
  load(seed: string, ifEmpty?: boolean): Promise<number | null>;
  /** The rows of a query, asked as the owner. */
  rows<Row extends pg.QueryResultRow>(partner: Partner, sql: string, values?: unknown[]): Promise<Row[]>;
  /** The tables of a database with its own rows, migrations left out. */
  tables(partner: Partner): Promise<string[]>;
  drop(): Promise<void>;
}

/** Five databases with their tables, and nobody in them yet. */
export async function emptyWorld(): Promise<PerPartner<TestDatabase>> {
  const opened: Partial<PerPartner<TestDatabase>> = {};
  for (const partner of PARTNERS)
    opened[partner] = await createTestDatabase(partner, async (url) => {
      await migrate(url, DEFINITIONS[partner]);
    });
  return opened as PerPartner<TestDatabase>;
}

/** The world that a developer meets first, of scale 1: loaded once in a test run, and copied for whoever asks. */
export function demonstrationWorld(): Promise<PerPartner<TestDatabase>> {
  return createTestCopies("world", PARTNERS, async () => {
    const databases = await emptyWorld();
    const urls = perPartner((partner) => databases[partner].ownerUrl);
    await loadWorld({ urls, scale: 1, seed: "continuum" });
    return databases;
  });
}

/** The demonstration world in databases of a suite's own. */
export async function openTestWorld(): Promise<TestWorld> {
  const databases = await demonstrationWorld();
  const urls = perPartner((partner) => databases[partner].ownerUrl);
  const rows: TestWorld["rows"] = (partner, sql, values) =>
    withClient(urls[partner], async (client) => (await client.query(sql, values)).rows);
  return {
    databases,
    urls,
    rows,
    load: (seed, ifEmpty = false) => loadWorld({ urls, scale: 1, seed, ifEmpty }),
    tables: async (partner) =>
      (
        await rows<{ name: string }>(
          partner,
          `select table_name as name from information_schema.tables
           where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migrations' order by 1`,
        )
      ).map(({ name }) => name),
    drop: async () => {
      for (const partner of PARTNERS) await databases[partner].drop();
    },
  };
}
