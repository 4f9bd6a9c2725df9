import {
  endOfSlot,
  fits,
  InterviewState,
  isOneFriday,
  isOnTheGrid,
  slotsOf,
  whoIsTaken,
} from "./interview.ts";

/** Friday 20 November 2026, 10 to 11 in Québec. */
const HOURS = { startsAt: new Date("2026-11-20T15:00:00Z"), endsAt: new Date("2026-11-20T16:00:00Z") };
const at = (time: string) => new Date(`2026-11-20T${time}:00Z`);

describe("The slots of a room", () => {
  it("are the quarters of an hour of the event, each with the interview that takes it", () => {
    const booked = { startsAt: at("15:15"), state: InterviewState.BOOKED };
    const cancelled = { startsAt: at("15:30"), state: InterviewState.CANCELLED };
    expect(slotsOf(HOURS, [booked, cancelled])).toEqual([
      { startsAt: at("15:00"), endsAt: at("15:15"), interview: null },
      { startsAt: at("15:15"), endsAt: at("15:30"), interview: booked },
      { startsAt: at("15:30"), endsAt: at("15:45"), interview: null },
      { startsAt: at("15:45"), endsAt: at("16:00"), interview: null },
    ]);
  });

  it("start on the quarter of an hour, and end within the hours of the event", () => {
    expect(isOnTheGrid(at("15:45"))).toBe(true);
    expect(isOnTheGrid(at("15:50"))).toBe(false);
    expect(endOfSlot(at("15:45"))).toEqual(at("16:00"));
    expect(fits(at("15:45"), HOURS)).toBe(true);
    expect(fits(at("16:00"), HOURS)).toBe(false);
    expect(fits(at("14:45"), HOURS)).toBe(false);
  });
});

describe("An interview event", () => {
  it("is held on a Friday of Québec, whatever the day elsewhere", () => {
    expect(isOneFriday(HOURS)).toBe(true);
    // Friday evening in Québec is Saturday in Greenwich.
    expect(
      isOneFriday({ startsAt: new Date("2026-11-21T01:00:00Z"), endsAt: new Date("2026-11-21T02:00:00Z") }),
    ).toBe(true);
    // Thursday evening in Québec is Friday in Greenwich.
    expect(
      isOneFriday({ startsAt: new Date("2026-11-20T01:00:00Z"), endsAt: new Date("2026-11-20T02:00:00Z") }),
    ).toBe(false);
  });

  it("is over on the day it starts", () => {
    expect(isOneFriday({ ...HOURS, endsAt: new Date("2026-11-21T15:00:00Z") })).toBe(false);
  });
});

describe("Nobody", () => {
  const wanted = { roomId: "room", registrationId: "person", businessId: "business" };
  const other = { roomId: "other room", registrationId: "other person", businessId: "other business" };

  it.each(["roomId", "registrationId", "businessId"] as const)("is in two rooms at once: %s", (party) => {
    expect(whoIsTaken(wanted, [other, { ...other, [party]: wanted[party] }])).toBe(party);
  });

  it("is in the way of an interview of others at the same time", () => {
    expect(whoIsTaken(wanted, [other])).toBeNull();
  });
});
