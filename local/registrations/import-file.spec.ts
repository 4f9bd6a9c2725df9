/** Spreadsheets of partners: whatever they are saved as, what is good comes in once, and what is bad is told. */
import "reflect-metadata";
import { join } from "node:path";
import iconv from "iconv-lite";
import writeXlsxFile from "write-excel-file/node";
import { openImportWorld, type ImportWorld } from "../../tests/support/import-world.ts";

let world: ImportWorld;
beforeAll(async () => {
  world = await openImportWorld();
});
afterAll(() => world.close());

const namesOf = async (reference: string) => {
  const [row] = await world.registry.query(
    "select given_names, family_names, city from registration where organisation_reference = $1",
    [reference],
  );
  return row;
};

describe("A spreadsheet of registrations", () => {
  it("is read in UTF-8 with commas and in Windows-1252 with semicolons, with quotes and lines within a value", async () => {
    const utf8 = await world.run(
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
    expect(await world.run("b.csv", windows)).toMatchObject({ rows: 1, imported: 1 });
    expect(await namesOf("w-1")).toMatchObject({ given_names: "Héloïse", family_names: "Gagné" });
  });

  it("changes nothing the second time, and goes on where it was killed", async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `k-${index},Person${index},Kabongo`);
    const text = (some: string[]) => ["reference,given names,family names", ...some].join("\n");
    await world.run("c.csv", text(rows.slice(0, 17)), { batch: 5 });
    expect(await world.run("c.csv", text(rows), { batch: 5 })).toMatchObject({ imported: 13, known: 17 });
    const before = await world.count();
    expect(await world.run("c.csv", text(rows), { batch: 5 })).toMatchObject({ imported: 0, known: 30 });
    expect(await world.count()).toBe(before);
  });

  it("says of each bad row where and what, never the value, and keeps the good ones", async () => {
    const done = await world.run(
      "d.csv",
      "reference,given names,email,birth date\nd-1,Ana,not-a-mail,1990-01-01\nd-2,Ana,,1990-13-01\nd-3,Ana,,\n,Ana,,\nd-3,Eva,,\n",
    );
    expect(done).toMatchObject({ rows: 5, imported: 1, bad: 4 });
    expect(world.complaints[0]).toBe(
      'd.csv:2: column "email": this is no address of mail: write it as name@example.org',
    );
    expect(world.complaints[1]).toMatch(/^d\.csv:3: column "birth date": /);
    expect(world.complaints.join().match(/your own reference of the person is missing/g)).toHaveLength(1);
    expect(world.complaints.join()).not.toMatch(/not-a-mail|1990-13/);
  });

  it("is refused whole when that is asked for, and written nowhere when it is only tried", async () => {
    const before = await world.count();
    const bad = "reference,given names,email\ne-1,Ana,\ne-2,Ana,nothing\n";
    expect(await world.run("e.csv", bad, { refuseAll: true })).toMatchObject({
      refused: true,
      imported: 0,
      bad: 1,
    });
    expect(await world.run("e.csv", bad, { dryRun: true })).toMatchObject({ imported: 1, bad: 1 });
    expect(await world.count()).toBe(before);
  });

  it("writes nothing at all when it is only tried, and says what would come of it", async () => {
    await world.run("i.csv", "reference,given names,phone\ni-1,Ana,514 285-9286\n");
    const before = await world.everything();
    const file = "reference,given names,phone\ni-1,Ana,438 555-0101\ni-2,Eva,\ni-3,Eva,12\n";
    expect(await world.run("i2.csv", file, { dryRun: true })).toMatchObject({
      rows: 3,
      imported: 1,
      corrected: 1,
      known: 0,
      bad: 1,
    });
    expect(await world.everything()).toEqual(before);
  });

  it("is refused with one sentence when it is empty, or its columns are missing or twice; others are told", async () => {
    await expect(world.run("n.csv", "")).rejects.toThrow("n.csv is empty: the first line names the columns.");
    await expect(world.run("n.csv", "\n;;\n")).rejects.toThrow(/is empty/);
    await expect(world.run("n.csv", "given names,city\nAna,Laval\n")).rejects.toThrow(
      /no column for your own reference/,
    );
    await expect(world.run("n.csv", "reference,city\n1,Laval\n")).rejects.toThrow(/no column for names/);
    await expect(world.run("n.csv", "reference,Nom,Surname\n1,Roy,Roy\n")).rejects.toThrow(
      /two columns for familyNames/,
    );
    const told: string[] = [];
    expect(
      await world.run("n.csv", "reference,Nom,Notes\n", { notice: (line) => told.push(line) }),
    ).toMatchObject({
      rows: 0,
      imported: 0,
      bad: 0,
    });
    expect(told).toEqual(['n.csv: these columns are not read: "Notes".']);
  });

  it("may be bad from its first row to its last", async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => `o-${index},,nothing`).join("\n");
    expect(await world.run("o.csv", `reference,given names,email\n${rows}\n`)).toMatchObject({
      rows: 5_000,
      bad: 5_000,
      imported: 0,
    });
    expect(world.complaints).toHaveLength(5_000);
    expect(world.complaints.at(-1)).toMatch(/^o\.csv:5001: column/);
  });

  it("holds days and telephones as a sheet of Excel has them", async () => {
    const file = join(world.folder, "p.xlsx");
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
    expect(await world.run("p.xlsx", null)).toMatchObject({ rows: 2, imported: 2, bad: 0 });
    expect(world.complaints).toEqual([]);
    const found = await world.registry.query(
      "select birth_date, phone from registration where organisation_reference in ('1001', 'p-2') order by 2",
    );
    expect(found).toEqual([
      { birth_date: "1987-05-21", phone: "+33 1 42 68 53 00" },
      { birth_date: "1987-05-21", phone: "5142859286" },
    ]);
  });
});
