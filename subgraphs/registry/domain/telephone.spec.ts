import { parsePhoneNumberFromString } from "libphonenumber-js";
import { plainlyFromHere } from "./telephone.ts";

describe("A telephone number that is plainly from here", () => {
  test.each([
    "514 285-9286",
    "(514) 285-9286",
    "514.285.9286",
    "5142859286",
    "1-514-285-9286",
    "+15142859286",
  ])("is known without asking the library: %s", (text) => expect(plainlyFromHere(text)).toBe("+15142859286"));

  it("is what the library says, in every area", () => {
    let known = 0;
    for (let area = 200; area < 1_000; area += 1)
      for (const rest of ["2000000", "5550123", "9119999"]) {
        const text = `${area}${rest}`;
        const plainly = plainlyFromHere(text);
        if (plainly === null) continue;
        known += 1;
        const asked = parsePhoneNumberFromString(text, "CA");
        expect({ text, number: asked?.number, valid: asked?.isValid() }).toEqual({
          text,
          number: plainly,
          valid: true,
        });
      }
    expect(known).toBeGreaterThan(100);
  });

  test.each([
    "212 555-0147",
    "514 185-9286",
    "285-9286",
    "+33 1 42 68 53 00",
    "514 285-9286 poste 3",
    "800 555-0147",
  ])("is not one that must be looked up: %s", (text) => expect(plainlyFromHere(text)).toBeNull());
});
