/** Spreadsheets of partners: whatever they are saved as, what is good comes in once, and what is bad is told. */
import "reflect-metadata";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import type { DataSource } from "typeorm";
import { connect, createDatabase, migrate } from "../../platform/database.ts";
import { database } from "../../subgraphs/registry/store/database.ts";
import writeXlsxFile from "write-excel-file/node";
import { compareLeftBehind } from "../../subgraphs/registry/comparing.ts";
import { refoldPathways } from "../../subgraphs/registry/store/pathway.ts";
import { createTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { exportFile } from "./export-file.ts";
import { importFile, type ImportOptions } from "./import-file.ts";
import { holdingOff } from "./registry.ts";

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

/** What stands in the registry, but for what was shown of it. */
const everything = async () => {
  const tables = [
    "candidate",
    "registration",
    "registration_correction",
    "milestone",
    "stage_spell",
    "identity_decision",
    "identity_pair",
    "identity_waiting",
    "news_entry",
  ];
  const counts = tables.map(
    (name) =>
      `(select md5(coalesce(string_agg(each::text, '' order by each::text), '')) from ${name} as each) as ${name}`,
  );
  return (await registry.query(`select ${counts.join(", ")}`))[0];
};

const refold = async (candidateId: string) => ({
  moved: (await registry.transaction((manager) => refoldPathways(manager, [candidateId]))).changed,
});

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
    expect(complaints[0]).toBe(
      'd.csv:2: column "email": this is no address of mail: write it as name@example.org',
    );
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

  it("writes nothing at all when it is only tried, and says what would come of it", async () => {
    await run("i.csv", "reference,given names,phone\ni-1,Ana,514 285-9286\n");
    const before = await everything();
    const file = "reference,given names,phone\ni-1,Ana,438 555-0101\ni-2,Eva,\ni-3,Eva,12\n";
    expect(await run("i2.csv", file, { dryRun: true })).toMatchObject({
      rows: 3,
      imported: 1,
      corrected: 1,
      known: 0,
      bad: 1,
    });
    expect(await everything()).toEqual(before);
  });

  it("corrects what it says anew of somebody, dated, and brings back nothing that was corrected since", async () => {
    const heading = "reference,given names,family names,phone,city\n";
    await run("j.csv", `${heading}j-1,Ana,Roy,514 285-9286,Laval\n`);
    expect(await run("j.csv", `${heading}j-1,Ana,Roy,438 555-0101,\n`)).toMatchObject({
      corrected: 1,
      known: 0,
    });
    const said = async () =>
      registry.query(
        `select said.phone, said.city, recorded_by, declared_on = (now() at time zone 'America/Toronto')::date as dated
         from registration_correction as said join registration on registration.id = registration_id
         where organisation_reference = 'j-1'`,
      );
    const corrected = [{ phone: "438 555-0101", city: "Laval", recorded_by: "import@promis", dated: true }];
    expect(await said()).toEqual(corrected);
    // The same again, the first file again, and the number written in another way.
    expect(await run("j.csv", `${heading}j-1,Ana,Roy,438 555-0101,\n`)).toMatchObject({
      corrected: 0,
      known: 1,
    });
    expect(await run("j.csv", `${heading}j-1,Ana,Roy,514 285-9286,Laval\n`)).toMatchObject({
      corrected: 0,
      known: 1,
      outdated: 1,
    });
    expect(await run("j.csv", `${heading}j-1,Ana,Roy,(438) 555 0101,LAVAL\n`)).toMatchObject({
      corrected: 1,
    });
    expect(await said()).toHaveLength(2);
    // What the schedule took away is not given back.
    await registry.query(
      "update registration set given_names = '-', anonymised_on = now() where organisation_reference = 'j-1'",
    );
    expect(await run("j.csv", `${heading}j-1,Eva,Roy,514 555-0199,\n`)).toMatchObject({
      corrected: 0,
      known: 1,
    });
  });

  it("finds, by what a correction says, who it may be, and links nobody by it", async () => {
    const heading = "reference,given names,family names,birth date,email\n";
    await run("l.csv", `${heading}l-1,Amina,Ouattara,1991-02-03,amina.o@example.org\n`, {
      organisation: "inici",
    });
    await run("m.csv", `${heading}m-1,Amina,Ouattara,,\n`);
    expect(await run("m.csv", `${heading}m-1,Amina,Ouattara,1991-02-03,amina.o@example.org\n`)).toMatchObject(
      {
        corrected: 1,
        linked: 0,
      },
    );
    const asked = await registry.query(
      `select state from identity_pair where (select id from registration where organisation_reference = 'm-1') in (one_id, other_id)`,
    );
    expect(asked).toEqual([{ state: "POSSIBLE" }]);
  });

  it("is refused with one sentence when it is empty, or its columns are missing or twice; others are told", async () => {
    await expect(run("n.csv", "")).rejects.toThrow("n.csv is empty: the first line names the columns.");
    await expect(run("n.csv", "\n;;\n")).rejects.toThrow(/is empty/);
    await expect(run("n.csv", "given names,city\nAna,Laval\n")).rejects.toThrow(
      /no column for your own reference/,
    );
    await expect(run("n.csv", "reference,city\n1,Laval\n")).rejects.toThrow(/no column for names/);
    await expect(run("n.csv", "reference,Nom,Surname\n1,Roy,Roy\n")).rejects.toThrow(
      /two columns for familyNames/,
    );
    const told: string[] = [];
    expect(await run("n.csv", "reference,Nom,Notes\n", { notice: (line) => told.push(line) })).toMatchObject({
      rows: 0,
      imported: 0,
      bad: 0,
    });
    expect(told).toEqual(['n.csv: these columns are not read: "Notes".']);
  });

  it("may be bad from its first row to its last", async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => `o-${index},,nothing`).join("\n");
    expect(await run("o.csv", `reference,given names,email\n${rows}\n`)).toMatchObject({
      rows: 5_000,
      bad: 5_000,
      imported: 0,
    });
    expect(complaints).toHaveLength(5_000);
    expect(complaints.at(-1)).toMatch(/^o\.csv:5001: column/);
  });

  it("holds days and telephones as a sheet of Excel has them", async () => {
    const file = join(folder, "p.xlsx");
    const heading = ["Dossier", "Nom", "Naissance", "Téléphone"].map((value) => ({ value, type: String }));
    await writeXlsxFile([
      heading,
      [
        { value: 1001, type: Number },
        { value: "Roy", type: String },
        { value: new Date("1987-05-21T00:00:00Z"), type: Date, format: "dd/mm/yyyy" },
        { value: 5142859286, type: Number },
      ],
      [
        { value: "p-2", type: String },
        { value: "Roy", type: String },
        { value: 31918, type: Number },
        { value: "+33 1 42 68 53 00", type: String },
      ],
    ]).toFile(file);
    expect(await run("p.xlsx", null)).toMatchObject({ rows: 2, imported: 2, bad: 0 });
    expect(complaints).toEqual([]);
    const found = await registry.query(
      "select birth_date, phone from registration where organisation_reference in ('1001', 'p-2') order by 2",
    );
    expect(found).toEqual([
      { birth_date: "1987-05-21", phone: "+33 1 42 68 53 00" },
      { birth_date: "1987-05-21", phone: "5142859286" },
    ]);
  });

  it("begins the pathway of whoever comes in, as the door does, and tells the news of it", async () => {
    await run("q.csv", "reference,given names\nq-1,Ana\n");
    const [person] = await registry.query(
      `select candidate_id, stage, responsible, door, next_step from registration join candidate on candidate.id = candidate_id
       where organisation_reference = 'q-1'`,
    );
    expect(person).toMatchObject({
      stage: "INTAKE",
      responsible: "promis",
      door: "promis",
      next_step: "ASSIGN_COUNSELLOR",
    });
    const { moved } = await refold(person.candidate_id);
    expect(moved).toBe(0);
    const news = await registry.query("select kind, recipients from news_entry where candidate_id = $1", [
      person.candidate_id,
    ]);
    expect(news.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      "MILESTONE_REPORTED",
      "RESPONSIBLE_CHANGED",
      "STAGE_CHANGED",
    ]);
    for (const { recipients } of news) expect([...recipients].sort()).toEqual(["alliance", "promis"]);
  });

  it("proposes the next referral of whoever is registered from abroad", async () => {
    await run("r.csv", "reference,given names,entry door\nr-1,Ana,pre_departure\n", { organisation: "mifi" });
    const [person] = await registry.query(
      `select stage, (select array_agg(reason) from referral where referral.candidate_id = candidate.id) as referrals,
         (select count(*) from missed_proposal where missed_proposal.candidate_id = candidate.id) as missed
       from registration join candidate on candidate.id = candidate_id where organisation_reference = 'r-1'`,
    );
    expect(person).toEqual({ stage: "PRE_DEPARTURE", referrals: ["PRE_DEPARTURE"], missed: 0 });
  });

  it("left behind uncompared is compared by the registry, once no import runs", async () => {
    const said = "Nadia,Kaci,1988-04-12,nadia.k@example.org";
    const heading = "reference,given names,family names,birth date,email";
    await run("s.csv", `${heading}\ns-1,${said}\n`, { organisation: "inici" });
    // As if the import had been killed before it compared anybody.
    await registry.query(
      "insert into identity_waiting select id, organisation_code, true from registration where organisation_reference = 's-1'",
    );
    await run("t.csv", `${heading}\ns-2,${said}\n`, { organisation: "ccmm" });
    const together = async () =>
      (
        await registry.query(
          "select distinct candidate_id from registration where organisation_reference in ('s-1', 's-2')",
        )
      ).length;
    expect(await together()).toBe(2);
    expect(await holdingOff(registry, () => compareLeftBehind(test.url))).toBe(0);
    expect(await compareLeftBehind(test.url)).toBe(1);
    expect(await together()).toBe(1);
  });

  it("comes in once when two import it at once", async () => {
    const rows = Array.from({ length: 40 }, (_, index) => `t-${index},Person${index},Tremblay`);
    const text = ["reference,given names,family names", ...rows].join("\n");
    const before = await count();
    const done = await Promise.all([run("f.csv", text, { batch: 7 }), run("f.csv", text, { batch: 7 })]);
    expect(done[0].imported + done[1].imported).toBe(40);
    expect(await count()).toBe(before + 40);
    expect(await registry.query("select * from identity_waiting")).toEqual([]);
  });

  it("comes in whole beside another of the same organisation, and beside one of another with the same people", async () => {
    const rows = (prefix: string) =>
      Array.from(
        { length: 30 },
        (_, index) => `${prefix}-${index},Person${index},Gagnon,19${index + 50}-04-05,p${index}@example.org`,
      );
    const text = (some: string[]) =>
      ["reference,given names,family names,birth date,email", ...some].join("\n");
    const [before] = await registry.query("select count(distinct candidate_id) as n from registration");
    const done = await Promise.all([
      run("u.csv", text(rows("both-a")), { batch: 7 }),
      run("v.csv", text(rows("both-b")), { batch: 7 }),
      run("w.csv", text(rows("both-c")), { batch: 7, organisation: "ccmm" }),
    ]);
    expect(done.map(({ imported }) => imported)).toEqual([30, 30, 30]);
    const [after] = await registry.query("select count(distinct candidate_id) as n from registration");
    expect(after.n - before.n).toBe(30);
    expect(await registry.query("select * from identity_waiting")).toEqual([]);
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
    const before = await everything();
    expect(await run(`export.${kind}`, null)).toMatchObject({
      rows,
      imported: 0,
      known: rows,
      corrected: 0,
      outdated: 0,
      bad: 0,
    });
    expect(complaints).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it("is exported without formulas, and every value comes back as it was", async () => {
    const values = ["=1+1", "@SUM(A1)", "+Ana", "-Ana", "'=Ana", "'Abd", 'a "b", c;\nd\te'];
    const rows = values.map((value, index) => `x-${index},"${value.replaceAll('"', '""')}"`).join("\n");
    // As the door would have written them.
    await run("x.csv", `reference,given names\n${rows}\n`, { organisation: "ccmm" });
    for (const [index, value] of values.entries())
      await registry.query("update registration set given_names = $1 where organisation_reference = $2", [
        value,
        `x-${index}`,
      ]);
    const file = join(folder, "formulas.csv");
    await exportFile(registry, { organisation: "ccmm", file, french: false });
    expect(readFileSync(file, "utf8")).not.toMatch(/(^|[,"\n])[=@+-]/);
    const before = await everything();
    expect(await run("formulas.csv", null, { organisation: "ccmm" })).toMatchObject({
      corrected: 0,
      outdated: 0,
      bad: 0,
    });
    expect(await everything()).toEqual(before);
  });

  it("is exported to its own organisation alone, and each file that was shown so is written down", async () => {
    const [before] = await registry.query("select count(*) as n from disclosure");
    const file = join(folder, "own.csv");
    const rows = await exportFile(registry, { organisation: "inici", file, french: false });
    const lines = readFileSync(file, "utf8").trim().split("\r\n").slice(1);
    const own = await registry.query(
      "select organisation_reference as r, candidate_id as c from registration where organisation_code = 'inici'",
    );
    expect(lines.map((line) => line.split(",")[0]).sort()).toEqual(
      own.map(({ r }: { r: string }) => r).sort(),
    );
    const shown = await registry.query(
      "select candidate_id, section, status, basis, organisation, operation from disclosure order by id offset $1",
      [before.n],
    );
    expect(rows).toBe(own.length);
    expect(shown.map(({ candidate_id: id }: { candidate_id: string }) => id).sort()).toEqual(
      [...new Set(own.map(({ c }: { c: string }) => c))].sort(),
    );
    expect(shown[0]).toMatchObject({
      section: "IDENTITY",
      status: "GRANTED",
      basis: "OWN_FILE",
      organisation: "inici",
      operation: "registrationsExport",
    });
  });
});
