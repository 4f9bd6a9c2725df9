import { MatchState } from "./match.ts";
import { OFFER_MOVES, offerMayFollow, OfferState } from "./offer.ts";

describe("An offer", () => {
  it.each([
    [MatchState.MATCHED, false],
    [MatchState.PREQUALIFIED, false],
    [MatchState.SET_ASIDE, false],
    [MatchState.INVITED, false],
    [MatchState.INTERVIEWED, true],
    [MatchState.RETAINED, true],
    [MatchState.NOT_RETAINED, false],
    [MatchState.CONTINUING, true],
    [null, true],
  ])("after a match that is %s: %s", (match, may) => {
    expect(offerMayFollow(match)).toBe(may);
  });

  it("is answered once", () => {
    for (const answered of [OfferState.ACCEPTED, OfferState.REFUSED, OfferState.WITHDRAWN]) {
      expect(OFFER_MOVES.PROPOSED).toContain(answered);
      expect(OFFER_MOVES[answered]).toEqual([]);
    }
  });
});
