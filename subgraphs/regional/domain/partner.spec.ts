import { holdingOn, PARTNER_CODE, partnerOf, partnersCovering, type Coverage } from "./partner.ts";

const covers = (
  partnerCode: string,
  regionCode: string,
  coversFrom: string,
  coversUntil: string | null = null,
) => ({ partnerCode, regionCode, coversFrom, coversUntil }) satisfies Coverage;

describe("The code of a regional partner", () => {
  it.each(["bas-saint-laurent-1", "gaspesie-iles-de-la-madeleine-2", "estrie-1"])(
    "is one as %s is",
    (code) => {
      expect(PARTNER_CODE.test(code)).toBe(true);
    },
  );

  it.each(["fccq", "le-collectif", "promis", "estrie", "estrie-0", "Estrie-1", "-1", "estrie-1\n"])(
    "is not one as %j is not",
    (code) => {
      expect(PARTNER_CODE.test(code)).toBe(false);
    },
  );
});

describe("Who covers a region on a day", () => {
  const coverages = [
    covers("estrie-2", "05", "2018-04-01"),
    covers("estrie-1", "05", "2018-04-01", "2020-03-31"),
    covers("estrie-1", "17", "2020-04-01"),
  ];

  it("is every partner whose coverage holds, the first and last day included", () => {
    expect(partnersCovering(coverages, "05", "2018-04-01")).toEqual(["estrie-1", "estrie-2"]);
    expect(partnersCovering(coverages, "05", "2020-03-31")).toEqual(["estrie-1", "estrie-2"]);
  });

  it("changes when a coverage ends or begins", () => {
    expect(partnersCovering(coverages, "05", "2020-04-01")).toEqual(["estrie-2"]);
    expect(partnersCovering(coverages, "17", "2020-04-01")).toEqual(["estrie-1"]);
    expect(partnersCovering(coverages, "17", "2020-03-31")).toEqual([]);
    expect(holdingOn(coverages, "2018-03-31")).toEqual([]);
  });

  it("names a partner once that covers the region twice", () => {
    const twice = [covers("estrie-1", "05", "2018-04-01"), covers("estrie-1", "05", "2019-04-01")];
    expect(partnersCovering(twice, "05", "2020-01-01")).toEqual(["estrie-1"]);
  });
});

describe("The partner of a caller", () => {
  it.each([
    ["estrie-1", ["PROFESSIONAL"], "estrie-1"],
    ["estrie-1", ["DASHBOARD", "SYSTEM"], "estrie-1"],
    ["estrie-1", ["DASHBOARD"], null],
    ["estrie-1", ["CANDIDATE"], null],
    ["promis", ["PROFESSIONAL"], null],
  ])("of %s as %s is %s", (organisation, roles, partner) => {
    expect(partnerOf({ organisation, roles })).toBe(partner);
  });
});
