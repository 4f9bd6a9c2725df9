import {
  isComplete,
  leftToDo,
  RelocationPhase,
  RelocationSide,
  RelocationTaskKind,
  RelocationTaskState,
  STANDARD_CHECKLIST,
  titleIsInPlace,
} from "./checklist.ts";

const { EER, REGIONAL_PARTNER } = RelocationSide;
const { TO_DO, DONE, NOT_NEEDED } = RelocationTaskState;

describe("The checklist of a move", () => {
  it("gives both sides something to do, and has every part of the move in order", () => {
    expect(new Set(STANDARD_CHECKLIST.map(({ owner }) => owner)).size).toBe(2);
    expect([...new Set(STANDARD_CHECKLIST.map(({ phase }) => phase))]).toEqual(
      Object.values(RelocationPhase),
    );
  });

  it("is complete when neither side has anything left to do", () => {
    const tasks = [
      { owner: EER, state: DONE },
      { owner: REGIONAL_PARTNER, state: NOT_NEEDED },
    ];
    expect(isComplete(tasks)).toBe(true);
    const more = [...tasks, { owner: REGIONAL_PARTNER, state: TO_DO }];
    expect(isComplete(more)).toBe(false);
    expect([leftToDo(more, EER), leftToDo(more, REGIONAL_PARTNER)]).toEqual([0, 1]);
  });

  it("has a title for what no kind names, and only for that", () => {
    expect(titleIsInPlace(RelocationTaskKind.OTHER, "Trouver un piano")).toBe(true);
    expect(titleIsInPlace(RelocationTaskKind.OTHER, null)).toBe(false);
    expect(titleIsInPlace(RelocationTaskKind.HOUSING_FOUND, "Trouver un piano")).toBe(false);
  });
});
