import { afterFailure, waitAfter } from "./webhook.ts";

const now = new Date("2026-11-22T12:00:00Z");
const days = (number: number) => new Date(now.getTime() - number * 86_400_000);

describe("A webhook that fails", () => {
  it("is tried again twice as late each time, up to six hours, and never at the same moment as others", () => {
    expect([1, 2, 3, 4].map((failures) => waitAfter(failures, 1))).toEqual([5, 10, 20, 40]);
    expect(waitAfter(40, 1)).toBe(6 * 3_600);
    expect(waitAfter(4_000, 0)).toBe(3 * 3_600);
    expect(waitAfter(3, 0)).toBe(10);
  });

  it("is disabled after five days without taking anything", () => {
    const failed = { now, status: 500, triedSince: days(1) };
    expect(afterFailure({ ...failed, failingSince: days(4.9) })).toBe("RETRY");
    expect(afterFailure({ ...failed, failingSince: days(5) })).toBe("DISABLE");
  });

  it("is given up for the one piece of news that it refuses for five days, while it takes others", () => {
    const failed = { now, status: 500, failingSince: days(0.1) };
    expect(afterFailure({ ...failed, triedSince: days(4.9) })).toBe("RETRY");
    expect(afterFailure({ ...failed, triedSince: days(5) })).toBe("GIVE_UP");
  });

  it("is taken at its word when it says that it is gone", () => {
    expect(afterFailure({ now, status: 410, failingSince: now, triedSince: now })).toBe("DISABLE");
  });
});
