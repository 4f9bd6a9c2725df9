import {
  CorrectionState,
  CorrectionTaskState,
  holds,
  isOverdue,
  readsTheWords,
  stateOf,
  tasksFor,
} from "./correction.ts";
import { Section } from "./section.ts";

const { OPEN, DONE, REFUSED } = CorrectionTaskState;

describe("A correction", () => {
  it("of who the person is goes to everyone who registered them", () => {
    expect(holds(Section.IDENTITY, "fccq")).toBe(true);
    expect(holds(Section.IDENTITY, null)).toBe(true);
  });

  it("of a partner's section goes to that partner, and the others are not told", () => {
    expect(holds(Section.MATCHING, "fccq")).toBe(true);
    expect(holds(Section.MATCHING, "eer")).toBe(false);
    expect(holds(Section.MATCHING, null)).toBe(false);
  });

  it("is done when everyone answered, whatever they answered", () => {
    expect(stateOf([{ state: DONE }, { state: OPEN }])).toBe(CorrectionState.OPEN);
    expect(stateOf([{ state: DONE }, { state: REFUSED }])).toBe(CorrectionState.DONE);
  });

  it("is late after its day, while somebody has not answered", () => {
    const correction = { state: CorrectionState.OPEN, dueOn: "2026-03-31" };
    expect(isOverdue(correction, "2026-03-31")).toBe(false);
    expect(isOverdue(correction, "2026-04-01")).toBe(true);
    expect(isOverdue({ ...correction, state: CorrectionState.DONE }, "2026-04-01")).toBe(false);
  });

  it("shows an organisation its own task, and the person and the coordinator all", () => {
    const tasks = [{ organisationCode: "fccq" }, { organisationCode: "promis" }];
    expect(tasksFor(tasks, { organisation: "fccq", reach: "CIRCLE" })).toEqual([tasks[0]]);
    expect(tasksFor(tasks, { organisation: "self", reach: "SELF" })).toEqual(tasks);
    expect(tasksFor(tasks, { organisation: "alliance", reach: "EVERYBODY" })).toEqual(tasks);
    expect(tasksFor(tasks, { organisation: "alliance", reach: "NOBODY" })).toEqual([]);
  });

  it("does not tell the coordinator what it is about", () => {
    expect(readsTheWords({ organisation: "alliance", reach: "EVERYBODY" })).toBe(false);
    expect(readsTheWords({ organisation: "fccq", reach: "CIRCLE" })).toBe(true);
  });
});
