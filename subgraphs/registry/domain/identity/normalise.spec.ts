import { compareBirth } from "./birth-date.ts";
import { compareNames } from "./compare-names.ts";
import { keysOf } from "./keys.ts";
import { normalise } from "./normalise.ts";

const named = (givenNames: string | null, familyNames: string | null) =>
  normalise({ givenNames, familyNames });
const words = (text: string) => named(null, text).family.map(({ text: word }) => word);
const born = (birthDate: string) => normalise({ birthDate }).birth;

describe("What a door declared, in forms that can be compared", () => {
  test("accents, hyphens, apostrophes, capitals, titles and particles tell nobody apart", () => {
    expect(words("CÔTÉ-D'Amours")).toEqual(words("cote d’amours"));
    expect(words("de la Fuente")).toEqual(["fuente"]);
    expect(words("N'Diaye")).toEqual(["ndiaye"]);
    expect(words("Mme Tremblay, née Roy")).toEqual(["tremblay", "roy"]);
    expect(named("M.", "Roy").given.map(({ text }) => text)).toEqual(["m"]);
  });

  test("a name in another script is read as it sounds", () => {
    expect(words("Шевченко")).toEqual(["shevchenko"]);
    expect(words("王")).toEqual(["wang"]);
  });

  test.each([
    ["Mohamed", "Muhammad"],
    ["Mohammed", "Mohamad"],
    ["Oleksandr", "Alexandre"],
    ["Youssef", "Yusuf"],
    ["Djamila", "Jamila"],
    ["Ouattara", "Wattara"],
    ["Shevchenko", "Chevtchenko"],
    ["Catherine", "Kathryn"],
  ])("%s and %s are spellings of one name, and share a key", (one, other) => {
    const [a, b] = [one, other].map((name) =>
      normalise({ givenNames: name, familyNames: "Roy", birthDate: "1990-03-14" }),
    );
    if (a === undefined || b === undefined) throw new Error("Two people were named.");
    expect(compareNames(a, b).given).toBe("VARIANT");
    expect(keysOf(a).filter((key) => keysOf(b).includes(key))).not.toHaveLength(0);
  });

  test.each([
    ["El Hassan", "Elhassan"],
    ["Ben Ali", "Benali"],
    ["Jean-Pierre", "Jeanpierre"],
  ])("%s and %s are one name written apart and together", (one, other) => {
    expect(compareNames(named("Luc", one), named("Luc", other)).family).toBe("VARIANT");
  });

  test("the family name may come first, and a double one may be halved", () => {
    const whole = named("María José", "García López");
    expect(compareNames(whole, named("García López", "María José"))).toMatchObject({
      given: "EXACT",
      family: "EXACT",
      order: "SWAPPED",
    });
    expect(compareNames(whole, named("María José", "García"))).toMatchObject({
      given: "EXACT",
      family: "SUBSET",
    });
    expect(compareNames(whole, named("María", "José García López")).order).toBe("MIXED");
  });

  test("one name only is compared with both", () => {
    expect(compareNames(named("Aminata", "Diallo"), named(null, "Aminata Diallo"))).toMatchObject({
      given: "SUBSET",
    });
    expect(compareNames(named("Aminata", "Diallo"), named(null, "Diallo")).given).toBeNull();
  });

  test("a full name in one column is read with the family last, or before a comma", () => {
    expect(normalise({ fullName: "Marie-Claude Tremblay" })).toEqual(
      normalise({ fullName: "Tremblay, Marie-Claude" }),
    );
  });

  test("junior and senior stand beside the name", () => {
    expect(named("Jean", "Pierre fils")).toMatchObject({ generation: "junior" });
    expect(named("Jean", "Pierre père")).toMatchObject({ generation: "senior" });
  });

  test.each([
    "1987-05-21",
    "19870521",
    "21051987",
    "1987-05-21T00:00:00Z",
    "21/05/1987",
    "21 mai 1987",
    "May 21, 1987",
    "21.5.1987",
  ])("%s is the 21st of May", (text) =>
    expect(born(text)).toMatchObject({ year: 1987, month: 5, day: 21, digits: "19870521" }),
  );

  test.each([
    ["1987-05-04", "1987-04-05", "SWAPPED"],
    ["1987-05-21", "1987-05-12", "TYPO"],
    ["1987-05-21", "1981-05-21", "TYPO"],
    ["1987-05-21", "1988-05-21", "YEAR_OFF"],
    ["1987-05-21", "1987-01-01", "SAME_YEAR_UNKNOWN_DAY"],
    ["1987-05-21", "1987", "SAME_YEAR_UNKNOWN_DAY"],
    ["1987-05-21", "1987-05", "SAME_MONTH"],
    ["1987-05-21", "1987-11-21", "TWO_PARTS"],
    ["1987-05-21", "1959-08-02", "DIFFERENT"],
    ["1987-05-21", "", null],
  ])("birth dates %s and %s agree as %s", (one, other, level) => {
    expect(compareBirth(born(one), born(other))).toBe(level);
    expect(compareBirth(born(other), born(one))).toBe(level);
  });

  test.each([
    "514 285-9286",
    "(514) 285-9286",
    "+1 514 285 9286",
    "1-514-285-9286",
    "514 285-9286, poste 1234",
  ])("%s is one telephone", (phone) => expect(normalise({ phone }).phone).toBe("+15142859286"));

  test("a telephone abroad is read by its country", () => {
    expect(normalise({ phone: "01 42 68 53 00", country: "FR" }).phone).toBe("+33142685300");
    expect(normalise({ phone: "12" }).phone).toBeNull();
  });

  test("mail keeps neither capitals nor labels", () => {
    expect(normalise({ email: " Marie.Roy+emploi@Gmail.com " }).email).toEqual({
      local: "marieroy",
      domain: "gmail.com",
    });
    expect(normalise({ email: "none" }).email).toBeNull();
  });

  test("an address is its house and street, whatever the flat and the abbreviations", () => {
    const house = normalise({
      address: "1234, boulevard Saint-Laurent, app. 5",
      postalCode: "H2X 1Y4",
      city: "St-Jérôme",
    });
    expect(house.street?.number).toBe("1234");
    expect(normalise({ address: "5-1234 boul. Saint-Laurent" }).street).toEqual(house.street);
    expect(house).toMatchObject({ postal: "H2X1Y4", city: "saint jerome" });
    expect(normalise({ postalCode: "h2x iyA" }).postal).toBe("H2XIYA");
    expect(normalise({ postalCode: "H2X IY4" }).postal).toBe("H2X1Y4");
    expect(normalise({ postalCode: "75008" }).postal).toBe("75008");
  });

  test("what cannot be read counts as not declared", () => {
    expect(
      normalise({ birthDate: "unknown", phone: "no", email: "@", postalCode: "-", address: "  " }),
    ).toMatchObject({
      birth: null,
      phone: null,
      email: null,
      postal: null,
      street: null,
    });
  });
});
