import { Mandate } from "./organisation.ts";
import { STEPS_OF_STAGE } from "./stage-step.ts";
import { STAGES, StageCode } from "./stage.ts";
import { isLate, OFFERED_UNDER, suggestSupport, SupportState, USUAL_SUPPORT } from "./support.ts";

const OFFERINGS = [
  { organisation: "estrie-1", mandate: Mandate.WELCOME, regionCode: "05" },
  { organisation: "outaouais-1", mandate: Mandate.WELCOME, regionCode: "07" },
  { organisation: "inici", mandate: Mandate.RELOCATION, regionCode: null },
  { organisation: "promis", mandate: Mandate.RELOCATION, regionCode: null },
  { organisation: "fccq", mandate: Mandate.MATCHING, regionCode: null },
];

describe("Support at a stage", () => {
  it("is suggested from whoever has the mandate in that region, those who have the person first", () => {
    const suggested = suggestSupport(StageCode.MOVE, "05", OFFERINGS, ["promis"]);
    expect(suggested).toEqual([
      { kind: "MOVE_PLANNING", organisations: ["promis", "inici"] },
      { kind: "HOUSING_SEARCH", organisations: ["estrie-1"] },
      { kind: "SCHOOL_AND_CHILDCARE", organisations: ["estrie-1"] },
      { kind: "FINANCIAL_GUIDANCE", organisations: ["fccq"] },
    ]);
  });

  it("names no region's partner as long as the region is not known", () => {
    const [, housing] = suggestSupport(StageCode.MOVE, null, OFFERINGS, []);
    expect(housing).toEqual({ kind: "HOUSING_SEARCH", organisations: [] });
  });

  it("is late once its day has passed, and only while it is promised", () => {
    expect(isLate({ state: SupportState.PROMISED, dueOn: "2026-11-20" }, "2026-11-21")).toBe(true);
    expect(isLate({ state: SupportState.PROMISED, dueOn: "2026-11-21" }, "2026-11-21")).toBe(false);
    expect(isLate({ state: SupportState.GIVEN, dueOn: "2026-11-20" }, "2026-11-21")).toBe(false);
  });

  it("is offered under some mandate, and each stage has its steps", () => {
    for (const stage of STAGES) {
      expect(STEPS_OF_STAGE[stage].length).toBeGreaterThan(0);
      for (const kind of USUAL_SUPPORT[stage]) expect(OFFERED_UNDER[kind].length).toBeGreaterThan(0);
    }
  });
});
