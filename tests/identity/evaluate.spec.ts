import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { figuresOf } from "../../local/identity/figures.ts";
import { mappingByHeadings, mappingOf } from "../../local/identity/headings.ts";
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
  test("a file in Windows-1252 with semicolons is read like one in UTF-8 with commas", () => {
    const mapping = mappingOf("given=prénom,family=nom,number=no,street=rue,gender=sexe");
    const content = "prénom;nom;no;rue;sexe\r\nÉlise;Côté;12;rue Bélanger;F\r\n";
    const windows = readPeople(file("w.csv", iconv.encode(content, "windows-1252")), mapping);
    const utf8 = readPeople(file("u.csv", `\ufeff${content.replaceAll(";", ",")}`), mapping);
    expect(windows).toEqual(utf8);
    expect(utf8[0]?.declared).toMatchObject({
      givenNames: "Élise",
      familyNames: "Côté",
      address: "12 rue Bélanger",
      others: { gender: "F" },
    });
  });

  test("a column that is not there is named, with those that are", () => {
    const there = file("c.csv", "a,b\n1,2\n");
    expect(() => readPeople(there, mappingOf("given=first"))).toThrow(/no column "first": it has a, b/);
    expect(() => readPeople(join(folder, "none.csv"), [])).toThrow(/cannot be read/);
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

  test("a birth date is read from one column or from three", () => {
    const there = file("b.csv", "by,bm,bd,dob\n1978,2,27,\n1978,,,\n,,,19780227\n,2,27,\n");
    const dates = (map: string) =>
      readPeople(there, mappingOf(map)).map(({ declared }) => declared.birthDate);
    expect(dates("birth=dob,year=by,month=bm,day=bd")).toEqual(["1978-2-27", "1978", "19780227", null]);
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
    ["addresses with slips", () => addressFile(new Random("spec"), 120, 180), 0.99],
    ["gaps and many errors", () => gapsFile(new Random("spec"), 120), 0.92],
    ["families of the past", () => historicalFile(new Random("spec"), 600), 0.85],
  ])("people in a file with %s are found without being told who is who", (name, rowsOf, least) => {
    const rows = rowsOf();
    const headings = Object.keys(rows[0] ?? {});
    const csv = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ""))];
    const truthOf = (row: Readonly<Record<string, string>>) =>
      row["cluster"] ?? (row["rec_id"] ?? "").split("-")[1] ?? "";
    const people = readPeople(
      file(`${name}.csv`, csv.map((values) => values.join(",")).join("\n")),
      mappingByHeadings(headings, "cluster"),
    );
    const { groups } = matchFile(
      people.map(({ declared }) => normalise(declared)),
      { households: false, say: () => undefined, randomPairs: 20_000 },
    );
    const figures = figuresOf(
      groups,
      people.map(({ columns }) => truthOf(columns)),
    );
    expect(figures.truePairs).toBeGreaterThan(200);
    expect(figures.f1).toBeGreaterThan(least);
    expect(figures.precision).toBeGreaterThan(0.85);
  });
});
