import type { Imported } from "./import-file.ts";
import { summaryOf } from "./import-summary.ts";

const imported: Imported = {
  rows: 6,
  imported: 6,
  known: 0,
  corrected: 0,
  outdated: 0,
  bad: 0,
  linked: 0,
  possible: 0,
  refused: false,
  seconds: { landed: 1, compared: 2 },
};
const told = (some: Partial<Imported>, dryRun = false, problems: string | null = null) =>
  summaryOf({ ...imported, ...some }, dryRun, problems).join("\n");

describe("What an import says at the end", () => {
  it("is how many rows are new, known, corrected and bad, and where the bad ones are told", () => {
    expect(told({})).toBe("Of 6 rows: 6 rows are new.");
    expect(told({ rows: 1, imported: 1 })).toBe("Of 1 row: 1 row is new.");
    expect(told({ imported: 2, known: 1, corrected: 1, bad: 2 }, false, "p.txt")).toBe(
      "Of 6 rows: 2 rows are new, 1 known, 1 corrected, 2 bad (see p.txt).",
    );
  });

  it("says that nothing was written, and why", () => {
    expect(told({}, true)).toContain("Nothing was written: this was a dry run.");
    expect(told({ imported: 0, bad: 6 })).toContain("Nothing was imported, since every row is bad.");
    expect(told({ imported: 0, bad: 1, refused: true }, false, "p.txt")).toBe(
      "Nothing was imported, since 1 row is bad (see p.txt): mend the file, or use --keep-good for the good rows.",
    );
  });

  it("says whom somebody must decide on, and what is left as it was", () => {
    expect(told({ linked: 2, possible: 3 })).toContain(
      "2 were known at some door and are linked; of 3 somebody must say whether they are.",
    );
    expect(told({ outdated: 1 })).toContain("1 row holds what was corrected since and changes nothing");
  });
});
