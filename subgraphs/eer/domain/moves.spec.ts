import { HOUSEHOLD_MOVES } from "./household.ts";
import { TASK_MOVES } from "./checklist.ts";
import { NEED_MOVES } from "./need.ts";
import { OUTREACH_MOVES } from "./outreach.ts";
import { PRE_DEPARTURE_MOVES } from "./pre-departure.ts";
import { REFLECTION_PLAN_MOVES, REFLECTION_STEP_MOVES } from "./reflection.ts";
import { LIVING_THERE, PREPARING, RELOCATION_MOVES, RelocationPlanState } from "./relocation.ts";
import { TRAVEL_GRANT_MOVES } from "./travel-grant.ts";

const ends = (moves: Record<string, readonly string[]>) =>
  Object.keys(moves).filter((state) => moves[state]?.length === 0);

describe("What may follow each state", () => {
  it("leaves nothing after these, and something after all others", () => {
    expect({
      household: ends(HOUSEHOLD_MOVES),
      need: ends(NEED_MOVES),
      task: ends(TASK_MOVES),
      plan: ends(REFLECTION_PLAN_MOVES),
      step: ends(REFLECTION_STEP_MOVES),
      move: ends(RELOCATION_MOVES),
      travelGrant: ends(TRAVEL_GRANT_MOVES),
      event: ends(OUTREACH_MOVES),
      preDeparture: ends(PRE_DEPARTURE_MOVES),
    }).toEqual({
      household: [],
      need: ["MET", "DROPPED"],
      task: [],
      plan: ["VALIDATED", "ABANDONED"],
      step: ["DONE", "DROPPED"],
      move: ["LEFT", "ABANDONED"],
      travelGrant: ["REFUSED", "PAID", "CANCELLED"],
      event: ["HELD", "CANCELLED"],
      preDeparture: ["ARRIVED", "CLOSED"],
    });
  });

  it("never brings a move that is prepared to a region left, nor a home back to a plan", () => {
    for (const state of PREPARING) expect(RELOCATION_MOVES[state]).not.toContain(RelocationPlanState.LEFT);
    for (const state of LIVING_THERE)
      expect(RELOCATION_MOVES[state].filter((next) => PREPARING.includes(next))).toEqual([]);
  });
});
