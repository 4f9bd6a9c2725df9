import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { dateReader } from "../../local/identity/dates-of-file.ts";
import { figuresOf } from "../../local/identity/figures.ts";
import { columnNamed, mappingByHeadings, mappingOf } from "../../local/identity/headings.ts";
import { matchFile } from "../../local/identity/match-file.ts";
import { readPeople } from "../../local/identity/people-file.ts";
import { Random } from "../../local/world/random.ts";
import { normalise } from "../../subgraphs/registry/domain/identity/index.ts";
import { addressFile, gapsFile, historicalFile } from "./look-alikes.ts";

const folder = mkdtempSync(join(tmpdir(), "people-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: Buffer | string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe("Matching a file of people", () => {
  test("a file in Windows-1252 with semicolons is read like one in UTF-8 with commas", async () => {
    const mapping = mappingOf("given=prénom,family=nom,number=no,street=rue,gender=sexe");
    const content = "prénom;nom;no;rue;sexe\r\nÉlise;Côté;12;rue Bélanger;F\r\n";
    const windows = await readPeople(file("w.csv", iconv.encode(content, "windows-1252")), mapping);
    const utf8 = await readPeople(file("u.csv", `\ufeff${content.replaceAll(";", ",")}`), mapping);
    expect(windows).toEqual(utf8);
    expect(utf8[0]?.declared).toMatchObject({
      givenNames: "Élise",
      familyNames: "Côté",
      address: "12 rue Bélanger",
      others: { gender: "F" },
    });
  });

  test("a column that is not there is named, with those that are", async () => {
    const there = file("c.csv", "a,b\n1,2\n");
    await expect(readPeople(there, mappingOf("given=first"))).rejects.toThrow(
      /no column "first": it has a, b/,
    );
    await expect(readPeople(join(folder, "none.csv"), [])).rejects.toThrow(/cannot be read/);
    await expect(readPeople(file("e.csv", "a,b\n"), [])).rejects.toThrow(/has no rows/);
    expect(() => mappingOf("given")).toThrow(/is not written so/);
    expect(() => mappingOf("surnam=b")).toThrow(/knows no part "surnam": write one of given, family/);
    expect(() => mappingByHeadings(["a", "b"], "b")).toThrow(/--map given=COLUMN.*there are a, b/);
  });

  test("headings of the usual kinds need no mapping, and what numbers the rows is never compared", () => {
    const headings = "unique_id,Prénom,surname,dob,Postcode_fake,code postal,gender,cluster".split(",");
    expect(mappingByHeadings(headings, "cluster")).toEqual([
      ["given", "Prénom"],
      ["family", "surname"],
      ["birth", "dob"],
      ["postal", "Postcode_fake"],
      ["postal", "code postal"],
      ["gender", "gender"],
    ]);
    expect(mappingOf("first_name=a,nom=b,date_of_birth=c,hair=hair")).toEqual([
      ["given", "a"],
      ["family", "b"],
      ["birth", "c"],
      ["hair", "hair"],
    ]);
  });

  test("headings say what a column holds in any writing, and with what stands around it", () => {
    const headings =
      "FirstName,MI,cognome,fname_c1,Patient DOB,race_code,voter_id,SSN,Age,res_city_desc,notes";
    expect(mappingByHeadings(headings.split(","), undefined)).toEqual([
      ["given", "FirstName"],
      ["family", "cognome"],
      ["given", "fname_c1"],
      ["birth", "Patient DOB"],
      ["race", "race_code"],
      ["id", "SSN"],
      ["age", "Age"],
      ["city", "res_city_desc"],
    ]);
    expect(columnNamed("first_name", ["ID", "First Name"])).toBe("First Name");
    expect(columnNamed("first_name", ["FIRST_NAME", "First Name"])).toBeUndefined();
  });

  test("a birth date is read from one column or from three, or counted from an age", async () => {
    const there = file("b.csv", "by,bm,bd,dob,age\n1978,2,27,,\n1978,,,,40\n,,,19780227,\n,2,27,,\n,,,,40\n");
    const people = await readPeople(there, mappingOf("birth=dob,year=by,month=bm,day=bd,age=age"));
    expect(people.map(({ declared }) => declared.birthDate)).toEqual([
      "1978-2-27",
      "1978",
      "1978-02-27",
      null,
      "1980",
    ]);
  });

  test.each([
    ["27/02/1978", ["27/02/1978", "03/04/1990"], "1978-02-27", "03/04/1990", "1990-04-03"],
    ["the month first", ["02/27/1978", "3/4/1990"], "1978-02-27", "3/4/1990", "1990-3-4"],
    ["two digits of the year", ["27.02.78", "03.04.11"], "1978-02-27", "03.04.11", "2011-04-03"],
    ["no separators", ["19780227", "19901204"], "1978-02-27", "19901204", "1990-12-04"],
    ["the year last", ["27021978", "19121990"], "1978-02-27", "19121990", "1990-12-19"],
    ["the month first and the year last", ["02271978", "12191990"], "1978-02-27", "12191990", "1990-12-19"],
  ])(
    "dates written as %s say in which order all dates of the file are",
    (_kind, values, first, open, read) => {
      const reader = dateReader(values);
      expect(reader(values[0] ?? "")).toBe(first);
      expect(reader(open)).toBe(read);
      expect(reader("about 1978")).toBe("about 1978");
    },
  );

  test("a name beside the family name is the given one, and a whole name beside it is not read twice", () => {
    const { given, family } = normalise({ familyNames: "ROSSI", fullName: "MARIO" });
    expect([given[0]?.text, family[0]?.text]).toEqual(["mario", "rossi"]);
    const whole = normalise({ familyNames: "Rossi", fullName: "Mario Rossi" });
    expect([whole.given.length, whole.family.length]).toEqual([1, 1]);
  });

  test("the figures are those that one counts by hand", () => {
    // Truth: aaa bb; found: aa ab b.
    const figures = figuresOf([1, 1, 2, 2, 3], ["a", "a", "a", "b", "b"]);
    expect(figures).toMatchObject({ pairs: 2, truePairs: 4, precision: 0.5, recall: 0.25 });
    expect(figures.f1).toBeCloseTo(1 / 3, 9);
    expect(figures.bCubed.precision).toBeCloseTo((1 + 1 + 0.5 + 0.5 + 1) / 5, 9);
    expect(figures.bCubed.recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 0.5 + 0.5) / 5, 9);
  });

  test.each([
    ["addresses with slips", () => addressFile(new Random("spec"), 80, 120), 0.99],
    ["gaps and many errors", () => gapsFile(new Random("spec"), 60), 0.92],
    ["families of the past", () => historicalFile(new Random("spec"), 300), 0.85],
  ])("people in a file with %s are found without being told who is who", async (name, rowsOf, least) => {
    const rows = rowsOf();
    const headings = Object.keys(rows[0] ?? {});
    const csv = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ""))];
    const truthOf = (row: Readonly<Record<string, string>>) =>
      row["cluster"] ?? (row["rec_id"] ?? "").split("-")[1] ?? "";
    const people = await readPeople(
      file(`${name}.csv`, csv.map((values) => values.join(",")).join("\n")),
      mappingByHeadings(headings, "cluster"),
    );
    const { groups } = matchFile(
      people.map(({ declared }) => normalise(declared)),
      { households: false, say: () => undefined, randomPairs: 10_000 },
    );
    const figures = figuresOf(
      groups,
      people.map(({ columns }) => truthOf(columns)),
    );
    expect(figures.truePairs).toBeGreaterThan(100);
    expect(figures.f1).toBeGreaterThan(least);
    expect(figures.precision).toBeGreaterThan(0.85);
  });
});
