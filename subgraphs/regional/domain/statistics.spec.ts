import { countBetween, coverageCounts, historyOf, regionsCoveredBy, sumOverRegions } from "./statistics.ts";

const coverages = [
  { partnerCode: "estrie-1", regionCode: "05", coversFrom: "2018-04-01", coversUntil: "2020-03-31" },
  { partnerCode: "estrie-2", regionCode: "05", coversFrom: "2018-04-01", coversUntil: null },
  { partnerCode: "mauricie-1", regionCode: "04", coversFrom: "2019-04-01", coversUntil: null },
];

describe("The statistics of the regional partners", () => {
  it("count partners and regions as they are covered on a day", () => {
    expect(coverageCounts(coverages, "2018-12-31")).toEqual({ partners: 2, regions: 1 });
    expect(coverageCounts(coverages, "2019-12-31")).toEqual({ partners: 3, regions: 2 });
    expect(coverageCounts(coverages, "2020-12-31")).toEqual({ partners: 2, regions: 2 });
  });

  it("keep a region that was covered once", () => {
    expect(regionsCoveredBy(coverages, "2019-12-31")).toEqual(["04", "05"]);
    expect(regionsCoveredBy(coverages, "2018-12-31")).toEqual(["05"]);
    expect(regionsCoveredBy(coverages.slice(0, 1), "2026-01-01")).toEqual(["05"]);
  });

  it("gather days by what they count, and add up those of a period", () => {
    const history = historyOf([
      { key: "05 VISITS", day: "2026-01-01", count: 2 },
      { key: "04 VISITS", day: "2026-01-02", count: 1 },
      { key: "05 VISITS", day: "2026-01-03", count: 3 },
    ]);
    const days = history.get("05 VISITS") ?? [];
    expect(days).toEqual([
      { day: "2026-01-01", count: 2 },
      { day: "2026-01-03", count: 3 },
    ]);
    expect(countBetween(days, "2026-01-01", "2026-01-03")).toBe(5);
    expect(countBetween(days, "2026-01-02", "2026-01-03")).toBe(3);
  });

  it("never total more than the regions publish", () => {
    const published: Record<string, number | null> = { "04": 7, "05": null, "09": 5 };
    expect(sumOverRegions((region) => published[region] ?? null)).toBe(12);
    expect(sumOverRegions(() => null)).toBeNull();
  });
});
