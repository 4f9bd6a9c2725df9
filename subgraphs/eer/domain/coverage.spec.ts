import { isCovered } from "./coverage.ts";

describe("A region", () => {
  it("is covered from its first day to its last", () => {
    const coverage = { since: "2018-04-01", until: "2024-03-31" };
    expect(isCovered(coverage, "2018-03-31")).toBe(false);
    expect(isCovered(coverage, "2018-04-01")).toBe(true);
    expect(isCovered(coverage, "2024-03-31")).toBe(true);
    expect(isCovered(coverage, "2024-04-01")).toBe(false);
  });

  it("is covered for good without a last day, and never without a row", () => {
    expect(isCovered({ since: "2018-04-01", until: null }, "2099-01-01")).toBe(true);
    expect(isCovered(null, "2026-01-01")).toBe(false);
  });
});
