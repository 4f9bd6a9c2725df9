import { obstacleToReadiness } from "./readiness.ts";

describe("A person may be declared ready", () => {
  const ready = { eligible: true, counsellorNamed: true, planValidated: true };

  it("when eligible, in a counsellor's care, with a validated plan", () => {
    expect(obstacleToReadiness(ready)).toBeNull();
  });

  it.each([
    [{ eligible: null }, "NOT_ASSESSED"],
    [{ eligible: false }, "NOT_ELIGIBLE"],
    [{ counsellorNamed: false }, "NO_COUNSELLOR"],
    [{ planValidated: false }, "PLAN_NOT_VALIDATED"],
  ])("but not with %j: %s", (without, obstacle) => {
    expect(obstacleToReadiness({ ...ready, ...without })).toBe(obstacle);
  });
});
