import {
  assessEligibility,
  EligibilityGeneration,
  EligibilityReason as Reason,
  EligibilityStatus,
  missingFact,
  type EligibilityFacts,
} from "./eligibility.ts";

const somebody = (overrides: Partial<EligibilityFacts> = {}): EligibilityFacts => ({
  generation: EligibilityGeneration.FIRST,
  status: EligibilityStatus.PERMANENT_RESIDENT_ECONOMIC,
  arrivedOn: "2015-06-01",
  csqHeld: false,
  ...overrides,
});

describe("Eligibility", () => {
  it("was for those under five years in Québec until the rule changed", () => {
    expect(assessEligibility(somebody(), "2020-05-31")).toEqual({
      eligible: true,
      reasons: [Reason.FIRST_GENERATION, Reason.STAY_WITHIN_LIMIT],
      ruleSince: "2010-01-01",
    });
    expect(assessEligibility(somebody(), "2020-06-01")).toMatchObject({
      eligible: false,
      reasons: [Reason.FIRST_GENERATION, Reason.STAY_BEYOND_LIMIT],
    });
    expect(assessEligibility(somebody(), "2023-03-31")).toMatchObject({ eligible: false });
  });

  it("is for any length of stay since, naturalised citizens included", () => {
    const twentyYears = somebody({ arrivedOn: "2003-04-01", status: EligibilityStatus.NATURALISED_CITIZEN });
    expect(assessEligibility(twentyYears, "2023-04-01")).toEqual({
      eligible: true,
      reasons: [Reason.FIRST_GENERATION, Reason.ANY_LENGTH_OF_STAY, Reason.NATURALISED_INCLUDED],
      ruleSince: "2023-04-01",
    });
  });

  it("did not include naturalised citizens before", () => {
    const citizen = somebody({ arrivedOn: "2019-01-01", status: EligibilityStatus.NATURALISED_CITIZEN });
    expect(assessEligibility(citizen, "2022-12-31")).toMatchObject({
      eligible: false,
      reasons: [Reason.FIRST_GENERATION, Reason.STAY_WITHIN_LIMIT, Reason.NATURALISED_NOT_INCLUDED],
    });
  });

  it("is never for somebody born in Québec to parents who immigrated", () => {
    const born = somebody({
      generation: EligibilityGeneration.BORN_IN_QUEBEC,
      status: null,
      arrivedOn: null,
    });
    for (const day of ["2020-01-01", "2026-01-01"])
      expect(assessEligibility(born, day)).toMatchObject({
        eligible: false,
        reasons: [Reason.NOT_FIRST_GENERATION],
      });
  });

  it("is for those still abroad when they hold a CSQ, since the pilot began", () => {
    const abroad = somebody({ status: EligibilityStatus.ABROAD, arrivedOn: null, csqHeld: true });
    expect(assessEligibility(abroad, "2023-03-31")).toMatchObject({
      eligible: false,
      reasons: [Reason.FIRST_GENERATION, Reason.NOT_YET_IN_QUEBEC],
    });
    expect(assessEligibility(abroad, "2024-01-15")).toMatchObject({
      eligible: true,
      reasons: [Reason.FIRST_GENERATION, Reason.PRE_DEPARTURE_WITH_CSQ],
    });
    expect(assessEligibility({ ...abroad, csqHeld: false }, "2024-01-15")).toMatchObject({
      eligible: false,
      reasons: [Reason.FIRST_GENERATION, Reason.PRE_DEPARTURE_WITHOUT_CSQ],
    });
  });

  it("counts the years of somebody who came on a 29th of February", () => {
    const leap = somebody({ arrivedOn: "2016-02-29" });
    expect(assessEligibility(leap, "2021-02-28")).toMatchObject({ eligible: true });
    expect(assessEligibility(leap, "2021-03-01")).toMatchObject({ eligible: false });
  });

  it("says nothing of a day before the first rule", () => {
    expect(assessEligibility(somebody(), "2009-12-31")).toBeNull();
  });

  it("needs the status of those who immigrated, and the arrival of those who are here", () => {
    expect(missingFact(somebody({ status: null }))).toBe("status");
    expect(missingFact(somebody({ arrivedOn: null }))).toBe("arrivedOn");
    expect(missingFact(somebody({ arrivedOn: null, status: EligibilityStatus.ABROAD }))).toBeNull();
    expect(
      missingFact(
        somebody({ generation: EligibilityGeneration.BORN_IN_QUEBEC, status: null, arrivedOn: null }),
      ),
    ).toBeNull();
  });
});
