/** When what happened on a day is said to have happened. */
import { dayInQuebec } from "./action.ts";
import { momentOf } from "./outbox.ts";

const now = new Date("2026-07-20T14:00:00Z");

describe("The moment of a milestone", () => {
  it("is that of the telling when it happened today", () => {
    expect(momentOf("2026-07-20", "2026-07-20", now)).toEqual(now);
  });

  it.each(["2026-07-19", "2026-03-08", "2026-01-15", "2025-11-02", "2019-12-31"])(
    "lies on the day itself in Québec, whatever the season: %s",
    (day) => {
      expect(dayInQuebec(momentOf(day, "2026-07-20", now))).toBe(day);
    },
  );

  it("is later for what is told later of the same day, so that the order stays", () => {
    const hours = [1, 2, 30, 24 * 30].map((later) => new Date(now.getTime() + later * 3_600_000));
    const moments = hours.map((told) => momentOf("2026-07-18", "2026-08-30", told).getTime());
    expect(moments).toEqual([...new Set(moments)].sort((a, b) => a - b));
  });
});
