/** A file is read with the letters that were meant, or not at all. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import iconv from "iconv-lite";
import { encodingOf } from "./encoding.ts";
import { rowsOf } from "./table-file.ts";

const folder = mkdtempSync(join(tmpdir(), "encodings-"));
const file = join(folder, "people.csv");
afterAll(() => rmSync(folder, { recursive: true }));

const PEOPLE = "Référence;Prénoms;Noms\r\nd’1;Zoé;Côté-Lefèbvre\r\n2;Ignacy;Œuvrard\r\n";

async function readBack(bytes: Buffer): Promise<string[][]> {
  writeFileSync(file, bytes);
  const rows: string[][] = [];
  for await (const part of rowsOf(file, () => undefined)) rows.push(...part.map(({ values }) => values));
  return rows;
}

describe("The encoding of a file", () => {
  it.each([
    ["utf-8", {}],
    ["utf-8", { addBOM: true }],
    ["utf-16le", { addBOM: true }],
    ["utf-16le", {}],
    ["utf-16be", { addBOM: true }],
    ["utf-16be", {}],
    ["windows-1252", {}],
  ])("is found: %s %j", async (encoding, options) => {
    expect(await readBack(iconv.encode(PEOPLE, encoding, options))).toEqual([
      ["Référence", "Prénoms", "Noms"],
      ["d’1", "Zoé", "Côté-Lefèbvre"],
      ["2", "Ignacy", "Œuvrard"],
    ]);
  });

  it.each(["macroman", "cp850"])("is refused when it is another: %s", async (encoding) => {
    await expect(readBack(iconv.encode(PEOPLE, encoding))).rejects.toThrow(
      /neither UTF-8 nor Windows-1252: line/,
    );
  });

  it("is refused when a file was put together from two", async () => {
    const mixture = Buffer.concat([iconv.encode(PEOPLE, "utf-8"), iconv.encode(PEOPLE, "windows-1252")]);
    await expect(readBack(mixture)).rejects.toThrow(/mixes two encodings: line 1 is UTF-8, and line 4/);
    await expect(readBack(iconv.encode(PEOPLE, "utf-32", { addBOM: true }))).rejects.toThrow(/UTF-32/);
  });

  it("is that of Windows when it has its signs among capitals and quotes", async () => {
    writeFileSync(file, iconv.encode("Nom\nLE CAFÉ\u00a0: «\u00a0JOSÉ\u00a0»\nl’été… 5 €\n", "windows-1252"));
    expect(await encodingOf(file)).toBe("windows-1252");
  });
});
