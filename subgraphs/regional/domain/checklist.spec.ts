import {
  checklistOf,
  newChecklist,
  TICKED_BY_EVENT,
  WELCOME_ITEM_MOVES,
  WelcomeArea,
  WelcomeItemState,
} from "./checklist.ts";
import { AREA_OF_STEP } from "./step.ts";

describe("The settlement checklist", () => {
  it("has six areas to do, but no school for a household without children", () => {
    expect(newChecklist(2).map(({ state }) => state)).toEqual(Array(6).fill("TO_DO"));
    expect(newChecklist(0).filter(({ state }) => state === "NOT_NEEDED")).toEqual([
      { area: "SCHOOL", state: "NOT_NEEDED" },
    ]);
  });

  it("is complete when every area is done or not needed, and not before", () => {
    const items = newChecklist(0).map((item) =>
      item.state === WelcomeItemState.TO_DO ? { ...item, state: WelcomeItemState.DONE } : item,
    );
    expect(checklistOf(items)).toMatchObject({ settled: 6, complete: true });
    const [first, ...others] = items;
    expect(first).toBeDefined();
    expect(checklistOf(others)).toMatchObject({ settled: 5, complete: false });
    expect(
      checklistOf([...others, { area: WelcomeArea.CONTACT, state: WelcomeItemState.TO_DO }]),
    ).toMatchObject({ settled: 5, complete: false });
  });

  it("is read in the order in which a household goes through it", () => {
    const shuffled = newChecklist(1).toReversed();
    expect(checklistOf(shuffled).items.map(({ area }) => area)).toEqual([
      "CONTACT",
      "ARRIVAL",
      "HOUSING",
      "SCHOOL",
      "FRENCH",
      "INTEGRATION",
    ]);
  });

  it("lets what was ticked by mistake be done again", () => {
    expect(WELCOME_ITEM_MOVES.DONE).toEqual(["TO_DO"]);
    expect(WELCOME_ITEM_MOVES.NOT_NEEDED).toContain("TO_DO");
  });

  it("has something to arrange in every area", () => {
    expect(new Set(Object.values(AREA_OF_STEP))).toEqual(new Set(Object.values(WelcomeArea)));
    expect(TICKED_BY_EVENT).toEqual(["CONTACT", "ARRIVAL"]);
  });
});
