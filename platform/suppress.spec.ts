import fc from "fast-check";
import {
  largeEnough,
  publishedCount,
  publishedParts,
  publishedSpan,
  SMALLEST_GROUP,
  type DayCount,
} from "./suppress.ts";

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

describe("The parts of a whole over a period", () => {
  const whole = (one: DayCount[], other: DayCount[]) =>
    one.map(({ day, count }, index) => ({ day, count: count + (other[index]?.count ?? 0) }));

  it("are the whole numbers when nothing is missing", () => {
    const [promis, inici] = [days(6, 8), days(5, 7)];
    const parts = publishedParts(
      whole(promis, inici),
      new Map([
        ["promis", promis],
        ["inici", inici],
      ]),
      "2026-01-01",
      "2026-01-31",
    );
    expect(Object.fromEntries(parts)).toEqual({ promis: 14, inici: 12 });
  });

  it("do not let the part that is too small be computed from the others", () => {
    const [promis, inici] = [days(6, 8), days(2, 0)];
    const parts = publishedParts(
      whole(promis, inici),
      new Map([
        ["promis", promis],
        ["inici", inici],
      ]),
      "2026-01-01",
      "2026-01-31",
    );
    expect(Object.fromEntries(parts)).toEqual({ promis: 6, inici: null });
  });

  it("never leave one to four people between them and the whole", () => {
    const history = fc.array(fc.nat(7), { minLength: 12, maxLength: 12 }).map((counts) => days(...counts));
    const day = fc.integer({ min: 1, max: 12 }).map((number) => `2026-01-${String(number).padStart(2, "0")}`);
    fc.assert(
      fc.property(history, history, day, day, (one, other, from, to) => {
        const all = whole(one, other);
        const parts = publishedParts(
          all,
          new Map([
            [1, one],
            [2, other],
          ]),
          from,
          to,
        );
        const counts = [...parts.values()];
        const missing =
          (publishedCount(all, from, to) ?? 0) - counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
        expect(missing === 0 || missing >= SMALLEST_GROUP).toBe(true);
        expect(counts.every((count) => count === null || count >= SMALLEST_GROUP)).toBe(true);
      }),
    );
  });
});

describe("The days of the people published in a period", () => {
  const history = [
    { day: "2026-01-05", count: 3 },
    { day: "2026-01-06", count: 2 },
    { day: "2026-01-09", count: 4 },
    { day: "2026-02-01", count: 1 },
    { day: "2026-02-03", count: 4 },
  ];

  it("are those of whole groups, which count on the day on which they are five", () => {
    expect(publishedSpan(history, "2026-01-01", "2026-01-31")).toEqual({
      after: null,
      upTo: "2026-01-06",
      count: 5,
    });
    expect(publishedSpan(history, "2026-02-01", "2026-02-02")).toEqual({
      after: "2026-01-06",
      upTo: "2026-02-01",
      count: 5,
    });
    expect(publishedSpan(history, "2026-01-07", "2026-01-31")).toBeNull();
  });

  it("agree with the count, and two periods never differ by one to four people", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((each) => `2026-01-${String(each).padStart(2, "0")}`);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ day, count: fc.nat(7) }), { selector: (each) => each.day }),
        day,
        day,
        day,
        (days, from, one, other) => {
          const ordered = [...days].sort((a, b) => a.day.localeCompare(b.day));
          const counts = [one, other].map((to) => {
            const span = publishedSpan(ordered, from, to);
            const inside = ordered.filter(
              (each) => span && (span.after === null || each.day > span.after) && each.day <= span.upTo,
            );
            expect(inside.reduce((sum, { count }) => sum + count, 0)).toBe(span?.count ?? 0);
            expect(span?.count ?? null).toBe(publishedCount(ordered, from, to));
            return span?.count ?? 0;
          });
          const difference = Math.abs((counts[0] ?? 0) - (counts[1] ?? 0));
          expect(difference === 0 || difference >= SMALLEST_GROUP).toBe(true);
        },
      ),
    );
  });
});
