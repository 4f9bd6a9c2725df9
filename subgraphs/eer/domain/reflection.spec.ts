import { canBeValidated, ReflectionStepState } from "./reflection.ts";

const { TO_DO, DONE, DROPPED } = ReflectionStepState;

describe("A reflection plan", () => {
  it("can be validated when nothing is left to do and something was done", () => {
    expect(canBeValidated([DONE, DROPPED])).toBe(true);
    expect(canBeValidated([DONE, TO_DO])).toBe(false);
    expect(canBeValidated([DROPPED])).toBe(false);
    expect(canBeValidated([])).toBe(false);
  });
});
