import {
  ClosingReason,
  currentFile,
  hasHadCall,
  namesItsRegion,
  nextSteps,
  Step,
  STEP_MOVES,
} from "./step.ts";

describe("The steps of the pathway", () => {
  it("follow one another from the questionnaire to a job", () => {
    const usual = Object.values(Step);
    usual.slice(1).forEach((step, index) => {
      expect(STEP_MOVES[usual[index] as Step]).toContain(step);
    });
  });

  it("let a job come after any call, and lead back when it ends", () => {
    const before = Object.values(Step).filter((step) => STEP_MOVES[step].includes(Step.EMPLOYED));
    expect(before).toEqual([
      "ADVISER_CALL",
      "WELCOME_AND_VIDEO",
      "SECTOR_ACTIVITIES",
      "RECRUITMENT_EVENT",
      "SELF_DIRECTED_MATCHING",
    ]);
    expect(STEP_MOVES.EMPLOYED).toEqual([Step.SELF_DIRECTED_MATCHING]);
  });

  it("stop while a file is closed", () => {
    expect(nextSteps({ step: Step.ADVISER_CALL, closedOn: null })).toContain(Step.WELCOME_AND_VIDEO);
    expect(nextSteps({ step: Step.ADVISER_CALL, closedOn: "2026-11-21" })).toEqual([]);
  });

  it("come after the call from the welcome on", () => {
    expect(Object.values(Step).filter((step) => !hasHadCall(step))).toEqual([
      "QUESTIONNAIRE",
      "ADVISER_CALL",
    ]);
  });
});

describe("A closing", () => {
  it("names the region of a move, and nothing else does", () => {
    expect(namesItsRegion(ClosingReason.MOVED_TO_REGION, "01")).toBe(true);
    expect(namesItsRegion(ClosingReason.MOVED_TO_REGION, null)).toBe(false);
    expect(namesItsRegion(ClosingReason.WITHDREW, null)).toBe(true);
    expect(namesItsRegion(ClosingReason.WITHDREW, "01")).toBe(false);
  });
});

describe("Of several files of one person", () => {
  const old = { registeredOn: "2021-03-01", closedOn: null };
  const late = { registeredOn: "2024-03-01", closedOn: "2024-09-01" };

  it("the open one counts, though a later one is closed", () => {
    expect(currentFile([late, old])).toBe(old);
  });

  it("the latest counts when all are closed, and none when there is none", () => {
    const closed = { ...old, closedOn: "2022-01-01" };
    expect(currentFile([closed, late])).toBe(late);
    expect(currentFile([])).toBeNull();
  });
});
