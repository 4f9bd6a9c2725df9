import {
  ChildAgeGroup,
  HouseholdRole,
  HouseholdSource,
  HouseholdState,
  presentHousehold,
  problemOfNewMember,
  sourceIsComplete,
  tellsMoreThanRole,
} from "./household.ts";

describe("A new member of a household", () => {
  it.each([
    [HouseholdRole.SPOUSE, true, null, null],
    [HouseholdRole.SPOUSE, false, null, null],
    [HouseholdRole.CHILD, false, ChildAgeGroup.PRIMARY_SCHOOL, null],
    [HouseholdRole.PRINCIPAL, true, null, "PRINCIPAL_IS_THE_OPENER"],
    [HouseholdRole.CHILD, true, ChildAgeGroup.ADULT, "CHILD_IS_NOT_REGISTERED"],
    [HouseholdRole.CHILD, false, null, "AGE_GROUP_IS_FOR_CHILDREN"],
    [HouseholdRole.SPOUSE, false, ChildAgeGroup.ADULT, "AGE_GROUP_IS_FOR_CHILDREN"],
  ])("as %s, registered %s, of age group %s: %s", (role, registered, ageGroup, problem) => {
    expect(problemOfNewMember({ role, registered, ageGroup })).toBe(problem);
  });
});

describe("The source of a household", () => {
  it("names its event when it is one, and only then", () => {
    expect(sourceIsComplete(HouseholdSource.OUTREACH_EVENT, "an event")).toBe(true);
    expect(sourceIsComplete(HouseholdSource.OUTREACH_EVENT, null)).toBe(false);
    expect(sourceIsComplete(HouseholdSource.WORD_OF_MOUTH, null)).toBe(true);
    expect(sourceIsComplete(HouseholdSource.WORD_OF_MOUTH, "an event")).toBe(false);
  });
});

describe("The household in which a person is followed now", () => {
  const household = (state: HouseholdState, openedOn: string) => ({ state, openedOn });

  it("is an open one before a closed one, then the latest", () => {
    const old = household(HouseholdState.OPEN, "2020-01-01");
    const open = household(HouseholdState.OPEN, "2021-01-01");
    const closed = household(HouseholdState.CLOSED, "2025-01-01");
    expect(presentHousehold([old, open, closed])).toBe(open);
    expect(presentHousehold([closed])).toBe(closed);
    expect(presentHousehold([])).toBeNull();
  });
});

describe("A member of a household reached by a grant", () => {
  it("tells more than their role when it covers them, or when nobody could have asked them", () => {
    const covered = new Set(["the principal's"]);
    expect(tellsMoreThanRole({ registrationId: "the principal's" }, covered)).toBe(true);
    expect(tellsMoreThanRole({ registrationId: "the spouse's" }, covered)).toBe(false);
    expect(tellsMoreThanRole({ registrationId: null }, covered)).toBe(true);
  });
});
