import fc from "fast-check";
import { eligibility, POSTAL_CODE, postalAreaOf } from "./eligibility.ts";
import { Status } from "./status.ts";

const codes = (status: Status, postalArea: string) =>
  eligibility(status, postalArea).reasons.map(({ code }) => code);

describe("Eligibility for Passerelle sectorielle", () => {
  it.each([
    Status.CITIZEN_BORN_ABROAD,
    Status.PERMANENT_RESIDENT,
    Status.TEMPORARY_FOREIGN_WORKER,
    Status.PROTECTED_PERSON,
  ])("covers %s on the island of Montréal", (status) => {
    expect(eligibility(status, "H2X")).toEqual({
      eligible: true,
      reasons: [
        { criterion: "STATUS", met: true, code: "STATUS_COVERED" },
        { criterion: "RESIDENCE", met: true, code: "ON_THE_ISLAND" },
      ],
    });
  });

  it.each([
    [Status.CITIZEN_BORN_IN_CANADA, "BORN_IN_CANADA"],
    [Status.ASYLUM_CLAIMANT, "STATUS_NOT_COVERED"],
    [Status.STUDENT, "STATUS_NOT_COVERED"],
    [Status.POST_GRADUATION_WORKER, "STATUS_NOT_COVERED"],
  ])("does not cover %s, and says why", (status, code) => {
    expect(eligibility(status, "H2X").eligible).toBe(false);
    expect(codes(status, "H2X")).toEqual([code, "ON_THE_ISLAND"]);
  });

  it.each([
    ["H1A", "ON_THE_ISLAND"],
    ["H3E", "ON_THE_ISLAND"], // Île-des-Sœurs
    ["H9C", "ON_THE_ISLAND"], // Île-Bizard
    ["H8Y", "ON_THE_ISLAND"],
    ["H7A", "IN_LAVAL"],
    ["H7Y", "IN_LAVAL"],
    ["H0M", "OFF_THE_ISLAND"], // Akwesasne
    ["H0H", "OFF_THE_ISLAND"], // Santa Claus
    ["J4K", "OFF_THE_ISLAND"],
    ["G1R", "OFF_THE_ISLAND"],
    ["M5V", "OFF_THE_ISLAND"],
  ])("reads %s as %s", (postalArea, code) => {
    expect(codes(Status.PERMANENT_RESIDENT, postalArea)).toEqual(["STATUS_COVERED", code]);
    expect(eligibility(Status.PERMANENT_RESIDENT, postalArea).eligible).toBe(code === "ON_THE_ISLAND");
  });

  it("says every reason when both criteria fail", () => {
    expect(codes(Status.STUDENT, "H7N")).toEqual(["STATUS_NOT_COVERED", "IN_LAVAL"]);
  });

  it("is exactly both criteria together", () => {
    const area = fc.stringMatching(/^[GHJ]\d[A-Z]$/);
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(Status)), area, (status, postalArea) => {
        const { eligible, reasons } = eligibility(status, postalArea);
        expect(eligible).toBe(reasons.every(({ met }) => met));
      }),
    );
  });
});

describe("A postal code", () => {
  it.each(["H2X 1Y4", "h2x1y4", "H2X"])("can be written %s, of which H2X is kept", (code) => {
    expect(POSTAL_CODE.test(code)).toBe(true);
    expect(postalAreaOf(code)).toBe("H2X");
  });

  it.each(["H2", "H2X 1Y", "2HX 1Y4", "D2X 1Y4", "H2X-1Y4", "H2X 1Y4 ", ""])(
    "is never written %j",
    (code) => {
      expect(POSTAL_CODE.test(code)).toBe(false);
    },
  );
});
