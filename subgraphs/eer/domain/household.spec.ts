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
  const { PRINCIPAL, SPOUSE, CHILD } = HouseholdRole;
  it.each([
    ["the principal whom it covers", PRINCIPAL, "the principal's", null, true],
    ["a spouse whom it does not cover", SPOUSE, "the spouse's", null, false],
    ["a spouse without a registration, who cannot have agreed", SPOUSE, null, null, false],
    ["a child, for whom a parent agrees", CHILD, null, ChildAgeGroup.SECONDARY_SCHOOL, true],
    ["a child who is grown up", CHILD, null, ChildAgeGroup.ADULT, false],
  ])("tells more than role and age group of %s", (_who, role, registrationId, ageGroup, tells) => {
    expect(tellsMoreThanRole({ registrationId, role, ageGroup }, new Set(["the principal's"]))).toBe(tells);
  });
});
