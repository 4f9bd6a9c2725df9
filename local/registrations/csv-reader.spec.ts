/** What a careless hand does to a CSV file costs the row it was done to, and no other. */
import fc from "fast-check";
import { CsvReader } from "./csv-reader.ts";

const rowsOf = (text: string, separator = ",") => new CsvReader(separator).read(text, true);
const valuesOf = (text: string, separator = ",") => rowsOf(text, separator).map(({ values }) => values);

describe("A CSV file", () => {
  it("may hold quotation marks, separators and lines within a value", () => {
    expect(valuesOf('a,b\n"O""Neil, fille","12, rue\r\nÉtroite"\n')).toEqual([
      ["a", "b"],
      ['O"Neil, fille', "12, rue\r\nÉtroite"],
    ]);
  });

  it("tells each row by the line on which it begins", () => {
    expect(rowsOf('a,b\n"1\n2\n3",x\n\n,\n4,y').map(({ line }) => line)).toEqual([1, 2, 7]);
  });

  it("loses one row to a quotation mark that nobody closed, and not the people below", () => {
    const rows = rowsOf(`a,b\n1,"open\n2,Ana\n3,"Eva"\n${"4,Li\n".repeat(30_000)}5,Zoé\n`);
    expect(rows.filter(({ problem }) => problem !== null).map(({ line }) => line)).toEqual([2]);
    expect(rows.at(-1)?.values).toEqual(["5", "Zoé"]);
    expect(rows).toHaveLength(30_005);
  });

  it("loses one row to text after a closing quotation mark", () => {
    expect(
      rowsOf('a,b\n"Jo" K,1\nEva,2\n').map(({ values, problem }) => problem === null && values[0]),
    ).toEqual(["a", false, "Eva"]);
  });

  it("refuses a row with more or fewer values than there are columns, so that none slips into the next column", () => {
    const rows = rowsOf("a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n");
    expect(rows.map(({ problem }) => problem === null)).toEqual([true, false, false, true]);
    expect(rows[1]?.problem).toMatch(/2 columns where the first line has 3/);
  });

  it("may end its lines as old spreadsheets of Apple do, and name its separator as Excel does", () => {
    expect(new CsvReader(";", "\r").read("a;b\r1;2\r", true).map(({ values }) => values)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(valuesOf("sep=;\r\na;b\r\n1;2\r\n", ";")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("loses the apostrophe that keeps a value from being a formula, and composes its accents", () => {
    expect(valuesOf("a,b\n'+1 514 285-9286,Zoe\u0301\n'Abd,x\n")).toEqual([
      ["a", "b"],
      ["+1 514 285-9286", "Zoé"],
      ["'Abd", "x"],
    ]);
  });

  it("reads the same in whatever parts it comes", () => {
    const value = fc.string({
      unit: fc.constantFrom("a", "é", '"', ",", "\n", "\r\n", " ", "'"),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value)), fc.array(fc.nat(30)), (rows, cuts) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = [["a", "b"], ...rows].map((row) => row.map(quoted).join(",")).join("\r\n");
        const reader = new CsvReader(",");
        const read: unknown[] = [];
        let at = 0;
        for (const cut of cuts) read.push(...reader.read(text.slice(at, (at += cut)), false));
        read.push(...reader.read(text.slice(at), true));
        expect(read).toEqual(rowsOf(text));
        expect(rowsOf(text).map(({ values }) => values)).toEqual(
          [["a", "b"], ...rows]
            .map((row) => row.map((each) => each.trim()))
            .filter((row) => row.some((each) => each !== "")),
        );
      }),
    );
  });
});
