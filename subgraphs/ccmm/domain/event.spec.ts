import { CALL_MOVES, CallState } from "./call.ts";
import {
  EVENT_MOVES,
  EventState,
  INTERVIEW_MOVES,
  InterviewState,
  PAIRING_MOVES,
  PairingState,
} from "./event.ts";

describe("A recruitment event", () => {
  it("is held only after its matching exercise, which can be taken up again", () => {
    expect(Object.values(EventState).filter((state) => EVENT_MOVES[state].includes(EventState.HELD))).toEqual(
      ["MATCHED"],
    );
    expect(EVENT_MOVES.MATCHED).toContain(EventState.PLANNED);
  });

  it("is over once held or cancelled", () => {
    expect([EVENT_MOVES.HELD, EVENT_MOVES.CANCELLED]).toEqual([[], []]);
  });
});

describe("A decision on a pairing", () => {
  it("can be taken back, but never left to the score again", () => {
    expect(PAIRING_MOVES.CONFIRMED).toContain(PairingState.SET_ASIDE);
    expect(PAIRING_MOVES.SET_ASIDE).toContain(PairingState.CONFIRMED);
    for (const following of Object.values(PAIRING_MOVES))
      expect(following).not.toContain(PairingState.PROPOSED);
  });
});

describe("A call or an interview", () => {
  it("is settled once", () => {
    for (const state of [CallState.MADE, CallState.MISSED, CallState.CANCELLED])
      expect(CALL_MOVES[state]).toEqual([]);
    for (const state of [InterviewState.HELD, InterviewState.MISSED, InterviewState.CANCELLED])
      expect(INTERVIEW_MOVES[state]).toEqual([]);
  });
});
