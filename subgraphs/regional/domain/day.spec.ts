import fc from "fast-check";
import { lastPlannableDay, mayHaveHappened, monthsAfter } from "./day.ts";

describe("A day that staff give", () => {
  it("can have happened today or before, but not before the alliance began", () => {
    expect(mayHaveHappened("2026-03-10", "2026-03-10")).toBe(true);
    expect(mayHaveHappened("2026-03-11", "2026-03-10")).toBe(false);
    expect(mayHaveHappened("2018-01-01", "2026-03-10")).toBe(true);
    expect(mayHaveHappened("2017-12-31", "2026-03-10")).toBe(false);
  });

  it("can be planned up to two years ahead", () => {
    expect(lastPlannableDay("2026-03-10")).toBe("2028-03-10");
    expect(lastPlannableDay("2028-02-29")).toBe("2030-02-28");
  });

  it("is in the month that is so many months later, whatever its date", () => {
    const moments = fc.date({
      min: new Date("2018-01-01T00:00:00Z"),
      max: new Date("2050-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 36 }), (moment, months) => {
        const day = moment.toISOString().slice(0, 10);
        const ordinal = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(ordinal(monthsAfter(day, months)) - ordinal(day)).toBe(months);
        expect(monthsAfter(day, months).slice(8) <= day.slice(8)).toBe(true);
      }),
    );
  });
});
