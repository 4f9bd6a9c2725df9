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
import { gapsFile } from "./look-alikes.ts";

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
  });

  test("the figures are those that one counts by hand", () => {
    // Truth: aaa bb; found: aa ab b.
    const figures = figuresOf([1, 1, 2, 2, 3], ["a", "a", "a", "b", "b"]);
    expect(figures).toMatchObject({ pairs: 2, truePairs: 4, precision: 0.5, recall: 0.25 });
    expect(figures.f1).toBeCloseTo(1 / 3, 9);
    expect(figures.bCubed.precision).toBeCloseTo((1 + 1 + 0.5 + 0.5 + 1) / 5, 9);
    expect(figures.bCubed.recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 0.5 + 0.5) / 5, 9);
  });

  test("people with gaps and errors are found again without being told who is who", () => {
    const rows = gapsFile(new Random("spec"), 120);
    const people = rows.map((row) =>
      normalise({
        givenNames: row["first_name"] ?? null,
        familyNames: row["surname"] ?? null,
        birthDate: row["dob"] ?? null,
        city: row["city"] ?? null,
        email: row["email"] ?? null,
      }),
    );
    const { groups } = matchFile(people, { households: false, say: () => undefined, randomPairs: 20_000 });
    const figures = figuresOf(
      groups,
      rows.map((row) => row["cluster"] ?? ""),
    );
    expect(figures.f1).toBeGreaterThan(0.8);
    expect(figures.precision).toBeGreaterThan(0.9);
  });
});
