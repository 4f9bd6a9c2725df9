import { isAwaited, PreDepartureState } from "./pre-departure.ts";

describe("A person abroad", () => {
  it("is awaited until they arrive or the case is closed", () => {
    expect(Object.values(PreDepartureState).filter(isAwaited)).toEqual([
      PreDepartureState.RECEIVED,
      PreDepartureState.IN_PROGRESS,
    ]);
  });
});
