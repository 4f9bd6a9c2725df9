import fc from "fast-check";
import { publishedBreakdown, type KeyedDayCount } from "./breakdown.ts";
import { SMALLEST_GROUP } from "./suppress.ts";

const TODAY = "2026-11-21";
const on = (day: string, key: string, count: number): KeyedDayCount => ({ day, key, count });

describe("A breakdown of people over a period", () => {
  it("counts each kind that has five, and the total is their sum", () => {
    const { total, byKey } = publishedBreakdown(
      [on("2026-01-05", "51", 6), on("2026-01-05", "62", 3), on("2026-01-06", "62", 4)],
      "2026-01-01",
      "2026-12-31",
      TODAY,
    );
    expect([...byKey]).toEqual([
      ["51", 6],
      ["62", 7],
    ]);
    expect(total).toBe(13);
  });

  it("does not give a small kind away by the total", () => {
    const { total, byKey } = publishedBreakdown(
      [on("2026-01-05", "51", 6), on("2026-01-05", "62", 3)],
      "2026-01-01",
      "2026-12-31",
      TODAY,
    );
    expect([total, [...byKey]]).toEqual([6, [["51", 6]]]);
  });

  it("counts small kinds together once their year is over and they are five", () => {
    const history = [on("2025-03-01", "51", 3), on("2025-04-01", "62", 2)];
    expect(publishedBreakdown(history, "2025-01-01", "2025-12-30", TODAY).total).toBeNull();
    const whole = publishedBreakdown(history, "2025-01-01", "2025-12-31", TODAY);
    expect([whole.total, whole.byKey.size]).toEqual([5, 0]);
    expect(publishedBreakdown(history, "2025-01-01", "2025-12-31", "2025-12-31").total).toBeNull();
  });

  it("is nothing for nobody", () => {
    expect(publishedBreakdown([], "2026-01-01", "2026-12-31", TODAY)).toEqual({
      total: null,
      byKey: new Map(),
    });
  });

  it("never lets kinds, totals and periods be combined into one to four people", () => {
    const day = fc.integer({ min: 0, max: 700 }).map((shift) => {
      const date = new Date(Date.UTC(2024, 6, 1 + shift));
      return date.toISOString().slice(0, 10);
    });
    const entry = fc.record({ day, key: fc.constantFrom("51", "62", "81"), count: fc.nat(6) });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), day, day, day, (entries, from, one, other) => {
        const history = entries.sort((a, b) => a.day.localeCompare(b.day));
        const [near, far] = one < other ? [one, other] : [other, one];
        const short = publishedBreakdown(history, from, near, TODAY);
        const long = publishedBreakdown(history, from, far, TODAY);
        const rest = ({ total, byKey }: typeof short) =>
          (total ?? 0) - [...byKey.values()].reduce((sum, count) => sum + count, 0);
        const differences = [
          (long.total ?? 0) - (short.total ?? 0),
          rest(long) - rest(short),
          rest(short),
          ...["51", "62", "81"].map((key) => (long.byKey.get(key) ?? 0) - (short.byKey.get(key) ?? 0)),
        ];
        for (const difference of differences) {
          expect(difference === 0 || difference >= SMALLEST_GROUP).toBe(true);
        }
      }),
    );
  });
});
