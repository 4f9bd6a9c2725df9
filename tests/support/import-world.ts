/** A registry into which spreadsheets are imported, as the tests of imports and exports use it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFile, type ImportOptions } from "../../local/registrations/import-file.ts";
import { connect, createDatabase, migrate } from "../../platform/database.ts";
import { database } from "../../subgraphs/registry/store/database.ts";
import { createTestDatabase } from "./database.ts";

export type ImportWorld = Awaited<ReturnType<typeof openImportWorld>>;

export async function openImportWorld() {
  const test = await createTestDatabase("registry", async (url) => {
    await migrate(url, database);
  });
  const registry = await connect(createDatabase(test.ownerUrl, database, 24));
  const folder = mkdtempSync(join(tmpdir(), "registrations-"));
  const complaints: string[] = [];
  return {
    /** The service's address. */
    url: test.url,
    registry,
    folder,
    /** What was said of bad rows since the last import began. */
    complaints,
    /** Imports a file of this name, written first unless its content is null. */
    run(name: string, content: string | Buffer | null, options: Partial<ImportOptions> = {}) {
      const file = join(folder, name);
      if (content !== null) writeFileSync(file, content);
      complaints.length = 0;
      return importFile(registry, {
        organisation: "promis",
        file,
        mapping: null,
        dryRun: false,
        refuseAll: false,
        complain: (line) => complaints.push(line),
        progress: () => undefined,
        ...options,
      });
    },
    /** What stands in the registry, but for what was shown of it, table by table. */
    async everything(): Promise<Record<string, string>> {
      const prints = TABLES.map(
        (name) =>
          `(select md5(coalesce(string_agg(each::text, '' order by each::text), '')) from ${name} as each) as ${name}`,
      );
      const [found]: Record<string, string>[] = await registry.query(`select ${prints.join(", ")}`);
      return found ?? {};
    },
    async count(): Promise<number> {
      const [found]: { n: number }[] = await registry.query("select count(*) as n from registration");
      return found?.n ?? 0;
    },
    async close() {
      await registry.destroy();
      await test.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

const TABLES = [
  "candidate",
  "registration",
  "registration_correction",
  "milestone",
  "stage_spell",
  "identity_decision",
  "identity_pair",
  "identity_waiting",
  "registration_arriving",
  "news_entry",
];
