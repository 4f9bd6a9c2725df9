import { Sheets } from "./copy-text.ts";

interface Rows {
  note: { text: string; tags: string[]; about: object | null; readAt: Date };
}

describe("Rows for COPY", () => {
  it("keep whatever people write: tabs, lines, backslashes, quotes", () => {
    const sheets = new Sheets<Rows>(["note"]);
    sheets.add("note", {
      text: "a\tb\\c\nd",
      tags: ['say "é"', "back\\slash"],
      about: { one: "a\nb" },
      readAt: new Date(0),
    });
    const [sheet] = sheets.take();
    expect(sheet?.columns).toEqual(["text", "tags", "about", "read_at"]);
    expect(sheet?.text).toBe(
      'a\\tb\\\\c\\nd\t{"say \\\\"é\\\\"","back\\\\\\\\slash"}\t{"one":"a\\\\nb"}\t1970-01-01T00:00:00.000Z\n',
    );
  });

  it("go by their names, in whatever order they are given", () => {
    const sheets = new Sheets<Rows>(["note"]);
    sheets.add("note", { text: "one", tags: [], about: null, readAt: new Date(0) });
    sheets.add("note", { readAt: new Date(0), about: null, tags: [], text: "two" });
    expect(
      sheets
        .take()[0]
        ?.text.split("\n")
        .map((line) => line.split("\t")[0]),
    ).toEqual(["one", "two", ""]);
    expect(sheets.take()).toEqual([]);
  });
});
