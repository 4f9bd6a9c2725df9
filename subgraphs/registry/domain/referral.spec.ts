import fc from "fast-check";
import { dayAfter, dueAfter, REFERRAL_KINDS } from "./referral-kind.ts";
import { nextForSender, ReferralDeclineReason, ReferralNextStep } from "./referral-end.ts";
import {
  isOpenOn,
  nextStates,
  OPEN_STATES,
  REFERRAL_MOVES,
  ReferralMove,
  ReferralReason,
  ReferralSide,
  ReferralState,
  ruleOf,
  sideOf,
  stateOfTrail,
  stateOn,
  type ReferralRule,
} from "./referral.ts";

const anyMove = fc.constantFrom(...Object.values(ReferralMove));
const anyState = fc.constantFrom(...Object.values(ReferralState));

/** What becomes of a referral when people try these moves, one after the other: those not in the table do nothing. */
function play(attempts: readonly ReferralMove[]): { state: ReferralState | null; trail: ReferralRule[] } {
  let state: ReferralState | null = null;
  const trail: ReferralRule[] = [];
  for (const move of attempts) {
    const rule = ruleOf(move, state);
    if (!rule) continue;
    trail.push(rule);
    state = rule.to;
  }
  return { state, trail };
}

describe("The moves of a referral", () => {
  it("never lead outside the table, whatever is tried and in whatever order", () => {
    const reachable = new Set(REFERRAL_MOVES.map(({ to }) => to));
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 30 }), (attempts) => {
        const { state } = play([ReferralMove.SEND, ...attempts]);
        expect(reachable).toContain(state);
      }),
    );
  });

  it("leave a trail that explains the state, and a trail with a gap or a stranger in it explains nothing", () => {
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 30 }), fc.nat(), (attempts, seed) => {
        const { state, trail } = play([ReferralMove.SEND, ...attempts]);
        expect(stateOfTrail(trail)).toBe(state);
        const changing = trail.filter(({ from, to }) => from !== to);
        const [lost] = changing.splice(seed % changing.length, 1);
        expect(stateOfTrail(changing)).not.toBe(lost?.to === state ? state : "never");
        if (changing.length > 0 && lost?.to !== state) expect(stateOfTrail(changing)).toBeNull();
      }),
    );
  });

  it("end: from a state that is not open nothing follows", () => {
    fc.assert(
      fc.property(anyState, anyMove, (state, move) => {
        if (!OPEN_STATES.includes(state)) expect(ruleOf(move, state)).toBeNull();
      }),
    );
  });

  it("are each one side's alone, and responsibility is passed on by the receiver's word only", () => {
    for (const move of Object.values(ReferralMove))
      expect(new Set(REFERRAL_MOVES.filter((rule) => rule.move === move).map(({ by }) => by)).size).toBe(1);
    const toAccepted = REFERRAL_MOVES.filter(
      ({ from, to }) => to === ReferralState.ACCEPTED && from !== ReferralState.ACCEPTED,
    );
    expect(toAccepted.map(({ move, by }) => [move, by])).toEqual([
      [ReferralMove.ACCEPT, ReferralSide.RECEIVER],
    ]);
    expect(sideOf(ReferralMove.CANCEL)).toBe(ReferralSide.SENDER);
  });

  it("let an acceptance be taken back before the work began, and not after", () => {
    expect(nextStates(ReferralState.ACCEPTED)).toContain(ReferralState.DECLINED);
    expect(nextStates(ReferralState.IN_PROGRESS)).toEqual([ReferralState.COMPLETED]);
  });
});

describe("A referral that nobody answered", () => {
  const waiting = { state: ReferralState.REQUESTED, lapsesOn: "2026-11-20", expiresOn: "2027-11-20" };

  it("is open on its last day, and has expired on the next, noted or not", () => {
    expect(isOpenOn(waiting, "2026-11-20")).toBe(true);
    expect(stateOn(waiting, "2026-11-21")).toBe(ReferralState.EXPIRED);
    expect(isOpenOn(waiting, "2026-11-21")).toBe(false);
  });

  it("grants nothing once what it shares is over, in whatever state", () => {
    fc.assert(
      fc.property(anyState, fc.integer({ min: 1, max: 4_000 }), (state, days) => {
        const over = { ...waiting, state, lapsesOn: "infinity", expiresOn: "2026-11-20" };
        expect(isOpenOn(over, dayAfter("2026-11-20", days))).toBe(false);
      }),
    );
  });

  it("leaves the sender something to do, as every refusal does", () => {
    expect(nextForSender(ReferralState.EXPIRED, null)).toContain(ReferralNextStep.RESEND_ELSEWHERE);
    for (const reason of Object.values(ReferralDeclineReason))
      expect(nextForSender(ReferralState.DECLINED, reason)).not.toEqual([]);
    for (const state of OPEN_STATES) expect(nextForSender(state, null)).toEqual([]);
  });
});

describe("The due dates of each kind of referral", () => {
  it("come before it lapses, and what it shares lasts until it must be answered at least", () => {
    for (const reason of Object.values(ReferralReason)) {
      const kind = REFERRAL_KINDS[reason];
      expect([reason, kind.answerInDays < kind.lapsesInDays]).toEqual([reason, true]);
      expect([reason, kind.lapsesInDays <= kind.sharedForDays]).toEqual([reason, true]);
      expect(dueAfter(reason, ReferralState.REQUESTED, "2026-02-27")).toBe(
        dayAfter("2026-02-27", kind.answerInDays),
      );
      expect(dueAfter(reason, ReferralState.COMPLETED, "2026-02-27")).toBeNull();
    }
  });
});
