import { IN_REGION, stateInRegion, UNDER_WAY, WELCOME_CASE_MOVES, WelcomeCaseState } from "./welcome-case.ts";

describe("A welcome case", () => {
  it("goes from the first contact to the household being established", () => {
    const path = [
      WelcomeCaseState.OPENED,
      WelcomeCaseState.CONTACTED,
      WelcomeCaseState.EXPECTED,
      WelcomeCaseState.ARRIVED,
      WelcomeCaseState.SETTLED,
      WelcomeCaseState.ESTABLISHED,
    ];
    path.slice(1).forEach((to, index) => {
      expect(WELCOME_CASE_MOVES[path[index] as WelcomeCaseState]).toContain(to);
    });
  });

  it("is cancelled before the arrival only, and left after it only", () => {
    const from = (to: WelcomeCaseState) =>
      Object.values(WelcomeCaseState).filter((state) => WELCOME_CASE_MOVES[state].includes(to));
    expect(from(WelcomeCaseState.CANCELLED)).toEqual(["OPENED", "CONTACTED", "EXPECTED"]);
    expect(from(WelcomeCaseState.LEFT)).toEqual(["ARRIVED", "SETTLED"]);
  });

  it("is worked on in every state but those that end it", () => {
    const ended = Object.values(WelcomeCaseState).filter((state) => !UNDER_WAY.includes(state));
    expect(ended).toEqual(["ESTABLISHED", "LEFT", "CANCELLED"]);
    expect(UNDER_WAY).toEqual(expect.arrayContaining([...IN_REGION]));
  });

  it("is settled by its checklist, and established by the last retention check as well", () => {
    expect(stateInRegion(false, false)).toBe("ARRIVED");
    expect(stateInRegion(false, true)).toBe("ARRIVED");
    expect(stateInRegion(true, false)).toBe("SETTLED");
    expect(stateInRegion(true, true)).toBe("ESTABLISHED");
  });
});
