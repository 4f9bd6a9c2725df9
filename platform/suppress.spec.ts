import fc from "fast-check";
import { largeEnough, publishedCount, SMALLEST_GROUP, type DayCount } from "./suppress.ts";

const days = (...counts: number[]): DayCount[] =>
  counts.map((count, index) => ({ day: `2026-01-${String(index + 1).padStart(2, "0")}`, count }));

describe("A count of people over a period", () => {
  it("is the whole number when every group is large enough", () => {
    expect(publishedCount(days(5, 7, 0, 9), "2026-01-01", "2026-01-31")).toBe(21);
  });

  it("waits until five are waiting, and then counts them on that day", () => {
    expect(publishedCount(days(2, 2, 3), "2026-01-01", "2026-01-02")).toBeNull();
    expect(publishedCount(days(2, 2, 3), "2026-01-03", "2026-01-03")).toBe(7);
  });

  it("is null rather than a number below five", () => {
    expect(publishedCount(days(4), "2026-01-01", "2026-01-31")).toBeNull();
    expect(publishedCount([], "2026-01-01", "2026-01-31")).toBeNull();
    expect(largeEnough(4)).toBeNull();
    expect(largeEnough(5)).toBe(5);
  });

  it("never lets the difference of two periods be one to four people", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-01-${String(number).padStart(2, "0")}`);
    fc.assert(
      fc.property(fc.array(fc.nat(8), { maxLength: 28 }), day, day, day, (counts, from, to, later) => {
        const history = days(...counts);
        const short = publishedCount(history, from, to < later ? to : later) ?? 0;
        const long = publishedCount(history, from, to < later ? later : to) ?? 0;
        expect(long - short === 0 || long - short >= SMALLEST_GROUP).toBe(true);
      }),
    );
  });
});
