import { otherLanguageIsExplained, POSITION_MOVES, PositionState } from "./position.ts";

describe("A position", () => {
  it("asks for another language than French only with its reason", () => {
    expect(otherLanguageIsExplained(null, null)).toBe(true);
    expect(otherLanguageIsExplained("anglais", "clientèle américaine")).toBe(true);
    expect(otherLanguageIsExplained("anglais", null)).toBe(false);
    expect(otherLanguageIsExplained(null, "clientèle américaine")).toBe(false);
  });

  it("opens again after it was filled or withdrawn", () => {
    expect(POSITION_MOVES.FILLED).toEqual([PositionState.OPEN]);
    expect(POSITION_MOVES.WITHDRAWN).toEqual([PositionState.OPEN]);
  });
});
