import fc from "fast-check";
import {
  comparePeople,
  currentModel,
  groupPeople,
  keysOf,
  normalise,
  placeRegistration,
  type Comparison,
  type DeclaredPerson,
} from "./index.ts";

const amina: DeclaredPerson = {
  givenNames: "Amina",
  familyNames: "Benali",
  birthDate: "1990-03-14",
  phone: "514 285-9286",
  email: "amina.benali@example.org",
  address: "1234, rue Bélanger",
  city: "Montréal",
  postalCode: "H2X 1Y4",
};

function compare(one: DeclaredPerson, other: DeclaredPerson): Comparison {
  return comparePeople(normalise(one), normalise(other), currentModel);
}

const text = fc.constantFrom(
  "Amina",
  "Ameena",
  "Benali",
  "Ben Ali",
  "A.",
  "Jean-Luc Roy",
  "Nguyễn Thị Hoa",
  "",
  "李",
  "Roy fils",
);
const anybody: fc.Arbitrary<DeclaredPerson> = fc.record({
  givenNames: fc.option(text),
  familyNames: fc.option(text),
  birthDate: fc.option(fc.constantFrom("1990-03-14", "1990-01-01", "1990", "1990-04-03", "1962-03-14", "x")),
  phone: fc.option(fc.constantFrom("514 285-9286", "438 285-9286", "5")),
  email: fc.option(fc.constantFrom("amina@example.org", "amina@example.com", "roy@example.org")),
  address: fc.option(fc.constantFrom("12 rue Roy", "14 rue Roy", "5-12 rue Roi")),
  city: fc.option(fc.constantFrom("Montréal", "Rimouski")),
  postalCode: fc.option(fc.constantFrom("H2X 1Y4", "H2X 1Y5")),
});

describe("Whether two registrations are one person", () => {
  test("who is compared with whom makes no difference", () => {
    fc.assert(
      fc.property(anybody, anybody, (one, other) => {
        const [there, back] = [compare(one, other), compare(other, one)];
        expect(back.weight).toBeCloseTo(there.weight, 9);
        expect({ verdict: back.verdict, gates: back.gates }).toEqual({
          verdict: there.verdict,
          gates: there.gates,
        });
      }),
    );
  });

  test("capitals, accents left out and spaces change nothing, not even the keys", () => {
    fc.assert(
      fc.property(anybody, (one) => {
        const shout = (value: string | null | undefined) =>
          value
            ? ` ${value
                .normalize("NFD")
                .replace(/[\u0300-\u036f]/g, "")
                .toUpperCase()} `
            : null;
        const other = {
          ...one,
          givenNames: shout(one.givenNames),
          familyNames: shout(one.familyNames),
          city: shout(one.city),
        };
        expect(keysOf(normalise(other))).toEqual(keysOf(normalise(one)));
        expect(compare(one, other).weight).toBeCloseTo(compare(one, one).weight, 9);
      }),
    );
  });

  test("the same person at two doors, spelt otherwise, is linked", () => {
    const other = {
      ...amina,
      givenNames: "BENALI",
      familyNames: "Ameena",
      address: "1234 Belanger",
      phone: "+15142859286",
    };
    expect(compare(amina, other)).toMatchObject({ verdict: "LINK", gates: [] });
  });

  test("the evidence says what each field weighs, and adds up", () => {
    const { evidence, weight, probability } = compare(amina, amina);
    expect(evidence.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["given", "family", "birth", "phone"]),
    );
    expect(evidence.reduce((sum, piece) => sum + piece.weight, 0)).toBeCloseTo(weight, 9);
    expect(probability).toBeGreaterThan(0.99);
  });

  test("telephone, mail and address of one household count once", () => {
    const addressOnly = { ...amina, phone: null, email: null };
    expect(compare(amina, amina).weight).toBeCloseTo(compare(addressOnly, addressOnly).weight, 9);
  });

  test("a rare name weighs more than a common one", () => {
    const names = Object.entries(currentModel.frequencies["name"] ?? {}).sort((a, b) => b[1] - a[1]);
    const [common, rare] = [names[0]?.[0] ?? "", names.at(-1)?.[0] ?? ""];
    const weigh = (familyNames: string) =>
      compare({ familyNames, givenNames: "X" }, { familyNames, givenNames: "X" }).weight;
    expect(weigh(rare)).toBeGreaterThan(weigh(common) + 1);
  });

  test.each<[string, DeclaredPerson, DeclaredPerson, string]>([
    ["twins", amina, { ...amina, givenNames: "Samira" }, "TWINS"],
    ["father and son", amina, { ...amina, birthDate: "1962-08-02" }, "FATHER_AND_SON"],
    [
      "junior and senior",
      { ...amina, familyNames: "Benali Jr" },
      { ...amina, familyNames: "Benali Sr" },
      "FATHER_AND_SON",
    ],
    [
      "namesakes born the same day",
      amina,
      {
        ...amina,
        phone: "418 555-0123",
        email: "other@example.com",
        address: "9 rue Roy",
        postalCode: "G1R 2B5",
        city: "Québec",
      },
      "NAMESAKES",
    ],
    ["an initial", amina, { ...amina, givenNames: "A.", email: null, phone: null }, "THIN_NAME"],
    ["a birth date that is not known", amina, { ...amina, birthDate: null, email: null }, "BIRTH_DATE"],
    ["spouses sharing everything", { ...amina, givenNames: "A.", birthDate: null }, amina, "SPOUSES"],
  ])("%s are shown to a human, never linked", (_, one, other, gate) => {
    const comparison = compare(one, other);
    expect(comparison.gates).toContain(gate);
    expect(comparison.verdict).toBe("REVIEW");
  });

  test.each([
    ["Luc and Lucie", "Luc", "Lucie"],
    ["Luc and Jean-Luc", "Luc", "Jean-Luc"],
    ["two names that both are borne", "Reza", "Riza"],
    ["one name in two languages", "Étienne", "Stéphane"],
  ])("%s, of one house and one day, are shown to a human, never linked", (_, one, other) => {
    const house = { ...amina, email: null, phone: null };
    expect(compare({ ...house, givenNames: one }, { ...house, givenNames: other })).toMatchObject({
      verdict: "REVIEW",
      gates: ["TWINS"],
    });
  });

  test.each([
    ["Ghasemi", "Qasemi"],
    ["El Khoury", "Elkhouri"],
    ["Diallo", "Jallow"],
    ["Arseneault", "Arsenaux"],
    ["Zhang", "Chang"],
    ["Wolkow", "Volkov"],
    ["Emmanuel", "Emaeuel"],
  ])("%s and %s are one family name, heard or written otherwise", (one, other) => {
    const family = compare({ ...amina, familyNames: one }, { ...amina, familyNames: other }).evidence.find(
      ({ field }) => field === "family",
    );
    expect(family?.level).toMatch(/VARIANT|NEAR/);
    expect(family?.weight).toBeGreaterThan(0);
  });

  test("an initial, with the day of birth and the same mail, needs no human", () => {
    expect(compare(amina, { ...amina, givenNames: "A.", phone: null }).verdict).toBe("LINK");
    expect(compare({ ...amina, givenNames: "Benali", familyNames: "A." }, amina).verdict).toBe("LINK");
    expect(compare(amina, { ...amina, givenNames: "A.", email: "a@example.com" }).verdict).toBe("REVIEW");
  });

  test("a birth date that nobody wrote down is no doubt where mail and names are the same", () => {
    expect(compare(amina, { ...amina, birthDate: null, phone: null, address: null }).verdict).toBe("LINK");
  });

  test("spouses with names and birth dates of their own are two people, and nobody's question", () => {
    expect(compare(amina, { ...amina, givenNames: "Karim", birthDate: "1985-11-02" }).verdict).toBe(
      "DIFFERENT",
    );
  });

  test("two established candidates wait for a human, and two declared different are never asked about again", () => {
    const person = normalise(amina);
    expect(comparePeople(person, person, currentModel, { bothEstablished: true })).toMatchObject({
      verdict: "REVIEW",
      gates: ["BOTH_ESTABLISHED"],
    });
    expect(comparePeople(person, person, currentModel, { declaredDifferent: true }).verdict).toBe(
      "DIFFERENT",
    );
  });

  test("even a person of fourteen names has no more than forty-five keys", () => {
    const long = normalise({
      ...amina,
      givenNames: "A B C Dd Ee Ff Gg Hh",
      familyNames: "Ii Jj Kk Ll Mm Nn",
    });
    expect(keysOf(long).length).toBeLessThanOrEqual(45);
  });
});

describe("Where a new registration belongs", () => {
  const same = compare(amina, amina);
  const elsewhere = { ...amina, phone: "418 555-0123", email: null, address: null, postalCode: null };
  const unsure = compare(amina, elsewhere);

  test("it is linked to the one candidate that it must be", () => {
    expect(
      placeRegistration([{ id: "a", comparisons: [same], established: true }], currentModel),
    ).toMatchObject({
      verdict: "LINK",
      homes: [{ id: "a" }],
      questions: [],
    });
  });

  test("it never joins two established candidates", () => {
    const homes = ["a", "b"].map((id) => ({ id, comparisons: [same], established: true }));
    const placement = placeRegistration(homes, currentModel, () => [same]);
    expect(placement).toMatchObject({ verdict: "REVIEW", homes: [] });
    expect(placement.questions.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("it shows that two who were in doubt are one, when nothing speaks against it", () => {
    const homes = [
      { id: "a", comparisons: [same], established: true },
      { id: "b", comparisons: [same], established: false },
    ];
    expect(placeRegistration(homes, currentModel, () => [unsure])).toMatchObject({
      verdict: "LINK",
      homes: [{}, {}],
    });
    const twins = compare(amina, { ...amina, givenNames: "Samira" });
    expect(placeRegistration(homes, currentModel, () => [twins]).verdict).toBe("REVIEW");
    expect(placeRegistration(homes, currentModel).verdict).toBe("REVIEW");
  });

  test("of two who cannot both be the person, the one who fits far better is linked, and the other asked about", () => {
    const near = compare(amina, { ...amina, givenNames: "Aminna", birthDate: "1990-03-15" });
    const homes = [
      { id: "near", comparisons: [near], established: true },
      { id: "same", comparisons: [same], established: true },
    ];
    expect(near).toMatchObject({ verdict: "LINK" });
    expect(placeRegistration(homes, currentModel, () => [])).toMatchObject({
      verdict: "LINK",
      homes: [{ id: "same" }],
      questions: [{ id: "near" }],
    });
  });

  test("an odd spelling among those of a candidate makes no twin of them, unless there are as many", () => {
    const twins = compare(amina, { ...amina, givenNames: "Samira" });
    const placed = (comparisons: Comparison[]) =>
      placeRegistration([{ id: "a", comparisons, established: true }], currentModel);
    expect(placed([same, same, twins])).toMatchObject({ verdict: "LINK" });
    expect(placed([same, twins, twins])).toMatchObject({ verdict: "REVIEW" });
  });

  test("a doubt about one paper is settled by another that agrees", () => {
    expect(unsure).toMatchObject({ verdict: "REVIEW", gates: ["NAMESAKES"] });
    const placement = placeRegistration(
      [{ id: "a", comparisons: [unsure, same], established: true }],
      currentModel,
    );
    expect(placement.verdict).toBe("LINK");
  });

  test("nobody known is nobody's question", () => {
    expect(placeRegistration([], currentModel)).toEqual({ verdict: "DIFFERENT", homes: [], questions: [] });
  });
});

describe("Groups", () => {
  const weights: Record<string, number> = { "0-1": 15, "1-2": 15, "0-2": -40, "3-4": 12 };
  const weigh = (one: number, other: number) => [
    { field: "all", weight: weights[`${Math.min(one, other)}-${Math.max(one, other)}`] ?? -20 },
  ];
  const pairs = Object.entries(weights).map(([key, weight]) => {
    const [one = 0, other = 0] = key.split("-").map(Number);
    return { pair: [one, other] as const, weight };
  });

  test("a chain of likely pairs joins nobody whose ends contradict each other", () => {
    const groups = groupPeople({ size: 5, pairs, threshold: 10, weigh });
    expect(groups[0] === groups[2]).toBe(false);
    expect(groups[3]).toBe(groups[4]);
  });

  test("what one registration of a group does not say, another says for it", () => {
    // The third shares a name with the first and a birth date with the second: neither is enough alone.
    const fields = [
      [{ field: "mail", weight: 20 }],
      [{ field: "name", weight: 6 }],
      [{ field: "birth", weight: 6 }],
    ];
    const rows = [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const;
    const groups = groupPeople({
      size: 3,
      pairs: rows.map((pair, place) => ({ pair, weight: fields[place]?.[0]?.weight ?? 0 })),
      threshold: 5,
      weigh: (one, other) => fields[rows.findIndex(([a, b]) => a === one && b === other)] ?? [],
    });
    expect(new Set(groups).size).toBe(1);
    const asked = groupPeople({
      size: 3,
      pairs: rows.map((pair) => ({ pair, weight: 12 })),
      threshold: 12,
      weigh: (one, other) => fields[rows.findIndex(([a, b]) => a === one && b === other)] ?? [],
    });
    expect(asked).toEqual([0, 0, 0]);
  });
});
