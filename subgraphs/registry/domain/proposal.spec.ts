import fc from "fast-check";
import { MilestoneKind, REPORTERS } from "./milestone.ts";
import { TRANSITIONS } from "./pathway.ts";
import { chooseReceiver, MissedBecause, PROPOSALS, type Receiver } from "./proposal.ts";
import { REFERRAL_KINDS } from "./referral-kind.ts";

function receiver(organisation: string, overrides: Partial<Receiver> = {}): Receiver {
  return {
    organisation,
    known: false,
    open: 0,
    places: 1,
    lastAt: null,
    said: ["NONE", "GIVEN"],
    ...overrides,
  };
}

describe("A referral that proposes itself", () => {
  it("goes to who has the least open referrals for each place", () => {
    const receivers = [
      receiver("estrie-1", { open: 4, places: 2 }),
      receiver("estrie-2", { open: 5, places: 5 }),
    ];
    expect(chooseReceiver(receivers)).toEqual({ to: "estrie-2" });
  });

  it("goes to who has waited longest among equals, then by the code, so that it is the same each time", () => {
    const [inici, promis] = [receiver("inici", { lastAt: 20 }), receiver("promis", { lastAt: 10 })];
    expect(chooseReceiver([inici, promis])).toEqual({ to: "promis" });
    expect(chooseReceiver([receiver("promis"), receiver("inici")])).toEqual({ to: "inici" });
  });

  it("stays with who knows the person already", () => {
    expect(chooseReceiver([receiver("inici"), receiver("promis", { known: true, open: 90 })])).toEqual({
      to: "promis",
    });
  });

  it("never goes to whom the person refused, nor where there is no place, and says which it was", () => {
    const refused = receiver("promis", { said: ["GIVEN", "REFUSED"] });
    const withdrawn = receiver("inici", { said: ["WITHDRAWN", "NONE"] });
    expect(chooseReceiver([refused, withdrawn])).toEqual({ because: MissedBecause.PERSON_REFUSED });
    expect(chooseReceiver([refused, receiver("inici", { places: 0 })])).toEqual({
      because: MissedBecause.NO_CAPACITY,
    });
    expect(chooseReceiver([])).toEqual({ because: MissedBecause.NO_RECEIVER });
  });

  it("is shared in proportion to the places, whatever these are, and in whatever order they are read", () => {
    const places = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 60 }), fc.boolean(), (offered, people, reversed) => {
        const receivers = offered.map((each, index) => receiver(`partner-${index}`, { places: each }));
        for (let person = 0; person < people; person += 1) {
          const choice = chooseReceiver(reversed ? receivers.toReversed() : receivers);
          const chosen = receivers.find(({ organisation }) => "to" in choice && organisation === choice.to);
          if (!chosen) throw new Error("somebody always has a place here");
          chosen.open += 1;
          chosen.lastAt = person;
        }
        const all = offered.reduce((sum, each) => sum + each, 0);
        for (const { open, places: own } of receivers)
          expect(Math.abs(open - (people * own) / all)).toBeLessThanOrEqual(receivers.length);
      }),
    );
  });

  it("is proposed by a milestone that can be at that stage, once for each", () => {
    expect(new Set(PROPOSALS.map(({ on }) => on)).size).toBe(PROPOSALS.length);
    for (const { on, reason, at } of PROPOSALS) {
      expect(at.length).toBeGreaterThan(0);
      expect(REPORTERS[on].length).toBeGreaterThan(0);
      expect(REFERRAL_KINDS[reason].receiver).not.toBeNull();
    }
  });

  it("moves a stage by its acceptance where the next stage is another organisation's", () => {
    for (const kind of [MilestoneKind.MATCHING_ACCEPTED, MilestoneKind.LIAISON_ACCEPTED])
      expect(TRANSITIONS.some(({ on }) => on === kind)).toBe(true);
  });
});
