/** The settlement checklist of a welcome case: six areas, each to do, done, or not needed by this household. */

export enum WelcomeArea {
  CONTACT = "CONTACT",
  ARRIVAL = "ARRIVAL",
  HOUSING = "HOUSING",
  SCHOOL = "SCHOOL",
  FRENCH = "FRENCH",
  INTEGRATION = "INTEGRATION",
}

export enum WelcomeItemState {
  TO_DO = "TO_DO",
  DONE = "DONE",
  NOT_NEEDED = "NOT_NEEDED",
}

/** What may follow each state: what was ticked by mistake can be done again. */
export const WELCOME_ITEM_MOVES: Record<WelcomeItemState, readonly WelcomeItemState[]> = {
  TO_DO: [WelcomeItemState.DONE, WelcomeItemState.NOT_NEEDED],
  DONE: [WelcomeItemState.TO_DO],
  NOT_NEEDED: [WelcomeItemState.TO_DO, WelcomeItemState.DONE],
};

/** The areas that an event of the case ticks by itself, and that nobody ticks by hand. */
export const TICKED_BY_EVENT: readonly WelcomeArea[] = [WelcomeArea.CONTACT, WelcomeArea.ARRIVAL];

export interface ChecklistItem {
  area: WelcomeArea;
  state: WelcomeItemState;
}

export interface Checklist<Item extends ChecklistItem> {
  /** In the order in which a household goes through them. */
  items: Item[];
  /** How many are done or not needed. */
  settled: number;
  complete: boolean;
}

/** The items of a new case: school is not needed by a household without children. */
export function newChecklist(children: number): ChecklistItem[] {
  return AREAS.map((area) => ({
    area,
    state:
      area === WelcomeArea.SCHOOL && children === 0 ? WelcomeItemState.NOT_NEEDED : WelcomeItemState.TO_DO,
  }));
}

/** The items in order, and whether nothing is left to do. */
export function checklistOf<Item extends ChecklistItem>(items: readonly Item[]): Checklist<Item> {
  const settled = items.filter(({ state }) => state !== WelcomeItemState.TO_DO).length;
  return {
    items: items.toSorted((one, other) => AREAS.indexOf(one.area) - AREAS.indexOf(other.area)),
    settled,
    complete: settled === AREAS.length,
  };
}

const AREAS = Object.values(WelcomeArea);
