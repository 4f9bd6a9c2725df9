import {
  checksDue,
  departureIsExplained,
  RETENTION_MOVES,
  RetentionOutcome,
  retentionReached,
} from "./retention.ts";

describe("Retention", () => {
  it("is checked 3, 6 and 12 months after the arrival", () => {
    expect(checksDue("2026-03-10")).toEqual([
      { months: 3, dueOn: "2026-06-10" },
      { months: 6, dueOn: "2026-09-10" },
      { months: 12, dueOn: "2027-03-10" },
    ]);
  });

  it("is checked on the last day of a shorter month", () => {
    expect(checksDue("2027-11-30").map(({ dueOn }) => dueOn)).toEqual([
      "2028-02-29",
      "2028-05-30",
      "2028-11-30",
    ]);
    expect(checksDue("2026-08-31").map(({ dueOn }) => dueOn)).toEqual([
      "2026-11-30",
      "2027-02-28",
      "2027-08-31",
    ]);
  });

  it("is reached when the last check, and no other, finds the household still there", () => {
    const check = (months: number, outcome: RetentionOutcome) => ({ months, outcome });
    expect(retentionReached([check(12, RetentionOutcome.STILL_THERE)])).toBe(true);
    expect(
      retentionReached([check(6, RetentionOutcome.STILL_THERE), check(12, RetentionOutcome.UNREACHABLE)]),
    ).toBe(false);
    expect(retentionReached([])).toBe(false);
  });

  it("can still be answered for who could not be reached, and for nobody else twice", () => {
    expect(RETENTION_MOVES.UNREACHABLE).toEqual(["STILL_THERE", "LEFT"]);
    expect(RETENTION_MOVES.STILL_THERE).toEqual([]);
    expect(RETENTION_MOVES.LEFT).toEqual([]);
  });

  it("asks why of who left, and of nobody else", () => {
    expect(departureIsExplained(RetentionOutcome.LEFT, "JOB")).toBe(true);
    expect(departureIsExplained(RetentionOutcome.LEFT, null)).toBe(false);
    expect(departureIsExplained(RetentionOutcome.STILL_THERE, null)).toBe(true);
    expect(departureIsExplained(RetentionOutcome.STILL_THERE, "JOB")).toBe(false);
  });
});
