import { ACTIVITY_MOVES, ActivityState } from "./activity.ts";

describe("An activity", () => {
  it("is held or suspended, and a suspended one is planned again before it is held", () => {
    expect(ACTIVITY_MOVES.PLANNED).toEqual([ActivityState.HELD, ActivityState.SUSPENDED]);
    expect(ACTIVITY_MOVES.SUSPENDED).toEqual([ActivityState.PLANNED]);
    expect(ACTIVITY_MOVES.HELD).toEqual([]);
  });
});
