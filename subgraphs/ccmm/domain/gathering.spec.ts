import { ActivityKind, isPrepared, lastsWell, namesItsSector } from "./gathering.ts";

describe("An activity or an event", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 21, hour));

  it("ends after it begins, at most twelve hours later", () => {
    expect(lastsWell(at(9), at(11))).toBe(true);
    expect(lastsWell(at(9), at(21))).toBe(true);
    expect(lastsWell(at(9), at(22))).toBe(false);
    expect(lastsWell(at(9), at(9))).toBe(false);
    expect(lastsWell(at(9), at(8))).toBe(false);
  });

  it("names its sector when it is a sector activity, and only then", () => {
    expect(namesItsSector(ActivityKind.SECTOR, "51")).toBe(true);
    expect(namesItsSector(ActivityKind.SECTOR, null)).toBe(false);
    expect(namesItsSector(ActivityKind.WELCOME, null)).toBe(true);
    expect(namesItsSector(ActivityKind.VIDEO_TRAINING, "51")).toBe(false);
  });
});

describe("A participant", () => {
  it("is prepared by the welcome and the training together", () => {
    expect(isPrepared([ActivityKind.VIDEO_TRAINING, ActivityKind.WELCOME])).toBe(true);
    expect(isPrepared([ActivityKind.WELCOME, ActivityKind.SECTOR])).toBe(false);
    expect(isPrepared([ActivityKind.VIDEO_TRAINING])).toBe(false);
    expect(isPrepared([])).toBe(false);
  });
});
