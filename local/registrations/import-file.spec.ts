/** Spreadsheets of partners: whatever they are saved as, what is good comes in once, and what is bad is told. */
import "reflect-metadata";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import type { DataSource } from "typeorm";
import { connect, createDatabase, migrate } from "../../platform/database.ts";
import { database } from "../../subgraphs/registry/store/database.ts";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { exportFile } from "./export-file.ts";
import { importFile, type ImportOptions } from "./import-file.ts";

let test: TestDatabase;
let registry: DataSource;
const folder = mkdtempSync(join(tmpdir(), "registrations-"));
let complaints: string[] = [];

beforeAll(async () => {
  test = await createTestDatabase("registry", async (url) => {
    await migrate(url, database);
  });
  registry = await connect(createDatabase(test.ownerUrl, database, 4));
});
afterAll(async () => {
  await registry.destroy();
  await test.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  complaints = [];
});

const run = (name: string, content: string | Buffer | null, options: Partial<ImportOptions> = {}) => {
  const file = join(folder, name);
  if (content !== null) writeFileSync(file, content);
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
};

const namesOf = async (reference: string) => {
  const [row] = await registry.query(
    "select given_names, family_names, city from registration where organisation_reference = $1",
    [reference],
  );
  return row;
};

const count = async () => Number((await registry.query("select count(*) as n from registration"))[0].n);

describe("A spreadsheet of registrations", () => {
  it("is read in UTF-8 with commas and in Windows-1252 with semicolons, with quotes and lines within a value", async () => {
    const utf8 = await run(
      "a.csv",
      `reference,Given names,Family names,City\nu-1,Zoé,"O""Neil, fille",Québec\n`,
    );
    expect(utf8).toMatchObject({ rows: 1, imported: 1, bad: 0 });
    expect(await namesOf("u-1")).toEqual({
      given_names: "Zoé",
      family_names: 'O"Neil, fille',
      city: "Québec",
    });
    const windows = iconv.encode(
      'Dossier;Prénom;Nom;Adresse\r\nw-1;Héloïse;Gagné;"12, rue\r\nÉtroite"\r\n',
      "windows-1252",
    );
    expect(await run("b.csv", windows)).toMatchObject({ rows: 1, imported: 1 });
    expect(await namesOf("w-1")).toMatchObject({ given_names: "Héloïse", family_names: "Gagné" });
  });

  it("changes nothing the second time, and goes on where it was killed", async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `k-${index},Person${index},Kabongo`);
    const text = (some: string[]) => ["reference,given names,family names", ...some].join("\n");
    await run("c.csv", text(rows.slice(0, 17)), { batch: 5 });
    expect(await run("c.csv", text(rows), { batch: 5 })).toMatchObject({ imported: 13, known: 17 });
    const before = await count();
    expect(await run("c.csv", text(rows), { batch: 5 })).toMatchObject({ imported: 0, known: 30 });
    expect(await count()).toBe(before);
  });

  it("says of each bad row where and what, never the value, and keeps the good ones", async () => {
    const done = await run(
      "d.csv",
      "reference,given names,email,birth date\nd-1,Ana,not-a-mail,1990-01-01\nd-2,Ana,,1990-13-01\nd-3,Ana,,\n,Ana,,\nd-3,Eva,,\n",
    );
    expect(done).toMatchObject({ rows: 5, imported: 1, bad: 4 });
    expect(complaints[0]).toBe('d.csv:2: column "email": email must be an email');
    expect(complaints[1]).toMatch(/^d\.csv:3: column "birth date": /);
    expect(complaints.join()).not.toMatch(/not-a-mail|1990-13/);
  });

  it("is refused whole when that is asked for, and written nowhere when it is only tried", async () => {
    const before = await count();
    const bad = "reference,given names,email\ne-1,Ana,\ne-2,Ana,nothing\n";
    expect(await run("e.csv", bad, { refuseAll: true })).toMatchObject({
      refused: true,
      imported: 0,
      bad: 1,
    });
    expect(await run("e.csv", bad, { dryRun: true })).toMatchObject({ imported: 1, bad: 1 });
    expect(await count()).toBe(before);
  });

  it("comes in once when two import it at once", async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `t-${index},Person${index},Tremblay`);
    const text = ["reference,given names,family names", ...rows].join("\n");
    const before = await count();
    const done = await Promise.all([run("f.csv", text, { batch: 7 }), run("f.csv", text, { batch: 7 })]);
    expect(done[0].imported + done[1].imported).toBe(40);
    expect(await count()).toBe(before + 40);
  });

  it("recognises people, within the file and at other doors, as the door itself would", async () => {
    const said =
      "Nadia,Benmoussa,1988-04-12,nadia.b@example.org,514 555-0147,12 rue Ontario,Montréal,H2L 1R5";
    const heading = "reference,given names,family names,birth date,email,phone,address,city,postal code";
    await run("g.csv", `${heading}\ng-1,${said}\n`, { organisation: "inici" });
    const done = await run("h.csv", `${heading}\nh-1,${said}\nh-2,${said}\n`);
    expect(done).toMatchObject({ imported: 2, linked: 2 });
    const rows = await registry.query(
      "select distinct candidate_id from registration where organisation_reference in ('g-1', 'h-1', 'h-2')",
    );
    expect(rows).toHaveLength(1);
  });

  it.each(["csv", "xlsx"])("is exported as %s in the shape that imports to nothing new", async (kind) => {
    const file = join(folder, `export.${kind}`);
    const rows = await exportFile(registry, { organisation: "promis", file, french: true });
    expect(rows).toBeGreaterThan(70);
    expect(readFileSync(file).length).toBeGreaterThan(1000);
    expect(await run(`export.${kind}`, null)).toMatchObject({ rows, imported: 0, known: rows, bad: 0 });
    expect(complaints).toEqual([]);
  });
});
