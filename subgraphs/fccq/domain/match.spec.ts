import { MATCH_MOVES, MatchState, needsMatchingOn } from "./match.ts";

describe("A match", () => {
  it("goes from the score to the two parties on their own, one decision at a time", () => {
    const steps = [
      MatchState.MATCHED,
      MatchState.PREQUALIFIED,
      MatchState.INVITED,
      MatchState.INTERVIEWED,
      MatchState.RETAINED,
      MatchState.CONTINUING,
    ];
    steps.slice(1).forEach((step, index) => {
      const before = steps[index] as MatchState;
      expect(MATCH_MOVES[before]).toContain(step);
      expect(MATCH_MOVES[step]).not.toContain(before);
    });
  });

  it("is never interviewed without a person having prequalified it", () => {
    const before = Object.values(MatchState).filter((state) =>
      MATCH_MOVES[state].includes(MatchState.INVITED),
    );
    expect(before).toEqual([MatchState.PREQUALIFIED]);
  });

  it("shows the person to an employer only while matching is on", () => {
    expect(Object.values(MatchState).filter(needsMatchingOn)).toEqual([
      MatchState.PREQUALIFIED,
      MatchState.INVITED,
    ]);
  });
});
