import { rowsAsCsv, valuesAsCsv, type Json } from "./csv.ts";

describe("An export as CSV", () => {
  it("has one line per value, with its place counted as people count", () => {
    const file: Record<string, Json> = {
      contact: { phones: [{ value: "514 555-0101", source: { name: "PROMIS" } }, { value: "1" }] },
      stage: null,
    };
    expect(valuesAsCsv(file)).toBe(
      "\uFEFFsection,field,value\r\ncontact,phones[1].value,514 555-0101\r\ncontact,phones[1].source.name,PROMIS\r\ncontact,phones[2].value,1\r\n",
    );
  });

  it("keeps commas, quotes and line breaks inside their cell", () => {
    expect(valuesAsCsv({ a: { b: 'dit "oui",\nhier' } })).toContain('a,b,"dit ""oui"",\nhier"\r\n');
  });

  it.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["@cmd", "'@cmd"],
    ["-1+cmd|x", "'-1+cmd|x"],
    ["+1 514 555-0101", "+1 514 555-0101"],
    ["-3", "-3"],
  ])("gives a spreadsheet no formula to run: %s", (given, written) => {
    expect(valuesAsCsv({ a: given })).toBe(`\uFEFFsection,field,value\r\na,,${written}\r\n`);
  });

  it("has one line per row of a register, with every column", () => {
    const rows: Json[] = [
      { id: "1", organisation: { name: "PROMIS" }, serious: false },
      { id: "2", serious: null },
    ];
    expect(rowsAsCsv(rows, ["id", "organisation.name", "serious"])).toBe(
      "\uFEFFid,organisation.name,serious\r\n1,PROMIS,false\r\n2,,\r\n",
    );
  });
});
