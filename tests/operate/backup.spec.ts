/** A backup brings everything back, or says why not and changes nothing. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "../../gateway/testing/until.ts";
import { DEFINITIONS } from "../../local/backup/definitions.ts";
import { backUpAll, restoreAll, type Figures } from "../../local/backup/folder.ts";
import { PARTNERS, type Partner } from "../../local/start/partners.ts";
import { sealNext } from "../../subgraphs/registry/store/seal-disclosures.ts";
import { sealSigner } from "../../subgraphs/registry/store/seal-keys.ts";
import { verifySeals } from "../../subgraphs/registry/store/verify-seals.ts";
import { withClient } from "../support/database.ts";
import { openTestWorld, type TestWorld } from "../support/demonstration-world.ts";
import { sealKeys } from "../support/seals.ts";

interface Manifest {
  databases: Record<
    string,
    { tables: { name: string; rows: number; sha256: string }[]; migrations: string[] }
  >;
}

const keys = sealKeys();
const replacing = { replace: true, definitions: DEFINITIONS, say: () => undefined };

let world: TestWorld;
let folder: string;
let written: Figures;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "continuum-backup-"));
  world = await openTestWorld();
  await world.rows("fccq", `select graphile_worker.add_job('deliver-milestones', '{"organisation":"fccq"}')`);
  // A process had taken the job when the backup was made.
  await world.rows("fccq", "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'gone'");
  await withClient(world.urls.registry, (client) =>
    until("the disclosures are sealed", async () => {
      await sealNext(client, sealSigner(keys.privateKey));
      const { rows } = await client.query("select from disclosure_seal");
      return rows.length > 0;
    }),
  );
  written = await backUpAll(world.urls, join(folder, "first"), () => undefined);
  for (const partner of PARTNERS) {
    for (const { name, rows } of manifest("first").databases[partner]?.tables ?? [])
      counted.set(`${partner} ${name}`, [rows, await count(partner, name)]);
    await lose(partner);
  }
});

afterAll(async () => {
  await world.drop();
  rmSync(folder, { recursive: true });
});

/** The rows of each table in the files, and in the database they were taken of. */
const counted = new Map<string, [number, number]>();

async function count(partner: Partner, table: string): Promise<number> {
  const schema = table.startsWith("_private") ? "graphile_worker" : "public";
  const [row] = await world.rows<{ count: number }>(
    partner,
    `select count(*)::int as count from ${schema}."${table}"`,
  );
  return row?.count ?? -1;
}

/** The disaster: every row of a database is gone. */
async function lose(partner: Partner): Promise<void> {
  const tables = (await world.tables(partner)).map((name) => `"${name}"`);
  await world.rows(partner, `truncate ${tables.join(", ")} cascade`);
  await world.rows(partner, "truncate graphile_worker._private_jobs");
}

const manifest = (name: string) =>
  JSON.parse(readFileSync(join(folder, name, "manifest.json"), "utf8")) as Manifest;

/** A copy of the backup that something happened to. */
function spoilt(name: string, spoil: (path: string) => void): string {
  cpSync(join(folder, "first"), join(folder, name), { recursive: true });
  spoil(join(folder, name));
  return join(folder, name);
}

const candidates = async () =>
  (await world.rows<{ count: number }>("registry", "select count(*)::int as count from candidate"))[0]?.count;

describe("A backup of the demonstration world", () => {
  it("holds every row of the five databases", async () => {
    expect(written.databases).toBe(5);
    for (const [name, [written, there]] of counted) expect([name, written]).toEqual([name, there]);
    for (const partner of PARTNERS)
      for (const name of await world.tables(partner)) expect(counted.has(`${partner} ${name}`)).toBe(true);
  });

  it("is not written over another one", async () => {
    await expect(backUpAll(world.urls, join(folder, "first"), () => undefined)).rejects.toThrow(
      /is not empty/,
    );
  });

  it("is not put in place of anything unless that is asked for", async () => {
    await expect(
      restoreAll(world.urls, join(folder, "first"), { ...replacing, replace: false }),
    ).rejects.toThrow(/has tables already: add --replace/);
  });

  it.each([
    [
      "a file of the last database was changed",
      (path: string) => {
        const { tables } = manifest("first").databases["regional"] ?? { tables: [] };
        const { name } = tables.findLast(({ rows }) => rows > 0) ?? { name: "" };
        const file = join(path, "regional", `public.${name}.copy`);
        writeFileSync(
          file,
          readFileSync(file, "utf8").replace(/[0-9a-f](?=\t)/, (digit) => (digit === "0" ? "1" : "0")),
        );
      },
      /is not as it was written/,
    ],
    [
      "it was made by another version",
      (path: string) => {
        const other = manifest("first");
        other.databases["eer"]?.migrations.push("zzz");
        writeFileSync(join(path, "manifest.json"), JSON.stringify(other));
      },
      /made with the migrations up to zzz/,
    ],
    ["it was not finished", (path: string) => rmSync(join(path, "manifest.json")), /holds no whole backup/],
  ])("is refused, and nothing is changed anywhere, when %s", async (what, spoil, words) => {
    const path = spoilt(what, spoil);
    await expect(restoreAll(world.urls, path, replacing)).rejects.toThrow(words);
    expect(await candidates()).toBe(0);
  });

  it("comes back row for row, with its jobs free to be taken and its disclosures as they were sealed", async () => {
    expect(await restoreAll(world.urls, join(folder, "first"), replacing)).toEqual(written);
    const [job] = await world.rows(
      "fccq",
      "select task_identifier as task, locked_by from graphile_worker.jobs",
    );
    expect(job).toEqual({ task: "deliver-milestones", locked_by: null });
    await backUpAll(world.urls, join(folder, "second"), () => undefined);
    const [first, second] = [manifest("first"), manifest("second")];
    for (const partner of PARTNERS) {
      const others = (from: Manifest) =>
        from.databases[partner]?.tables.filter(({ name }) => !name.startsWith("_private_job"));
      expect(others(second)).toEqual(others(first));
    }
    const verdict = await withClient(world.databases.registry.url, (client) =>
      verifySeals(client, keys.publicKey, () => undefined, "2026-11-22"),
    );
    expect(verdict).toMatchObject({ broken: 0, unsealed: 0 });
    expect(verdict.entries).toBeGreaterThan(0);
  });

  it("leaves triggers and sequences at work: what is written afterwards is like any other row", async () => {
    await world.rows("fccq", `select graphile_worker.add_job('deliver-milestones', '{"organisation":"x"}')`);
    const off = await world.rows(
      "registry",
      "select from pg_trigger where not tgisinternal and tgenabled <> 'O'",
    );
    expect(off).toEqual([]);
  });
});
