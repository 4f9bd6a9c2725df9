import { partsOf, wholeOf } from "./history.ts";

const ENTRIES = [
  { day: "2026-01-01", tenant: "promis", count: 2 },
  { day: "2026-01-01", tenant: "inici", count: 1 },
  { day: "2026-01-02", tenant: "promis", count: 4 },
];

describe("A history by day", () => {
  it("has one entry a day as a whole", () => {
    expect(wholeOf(ENTRIES)).toEqual([
      { day: "2026-01-01", count: 3 },
      { day: "2026-01-02", count: 4 },
    ]);
  });

  it("is left as it was when it is put together", () => {
    wholeOf(ENTRIES);
    expect(ENTRIES[0]).toEqual({ day: "2026-01-01", tenant: "promis", count: 2 });
  });

  it("has every part asked for, those without an entry too", () => {
    expect(partsOf(ENTRIES, "tenant", ["promis", "le-collectif", "inici"])).toEqual(
      new Map([
        [
          "promis",
          [
            { day: "2026-01-01", count: 2 },
            { day: "2026-01-02", count: 4 },
          ],
        ],
        ["le-collectif", []],
        ["inici", [{ day: "2026-01-01", count: 1 }]],
      ]),
    );
  });
});
