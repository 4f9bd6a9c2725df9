import { levelsOf } from "./levels.ts";
import { currentModel } from "./model.ts";
import { normalise } from "./normalise.ts";
import type { DeclaredPerson } from "./person.ts";
import { Queue } from "./queue.ts";

function levels(one: DeclaredPerson, other: DeclaredPerson, finer = true): Record<string, string> {
  const found = levelsOf(normalise(one), normalise(other), { ...currentModel, finer }).levels;
  return Object.fromEntries(found.map(({ field, level }) => [field, level]));
}

describe("More degrees of difference", () => {
  test.each([
    [{ familyNames: "Thompson" }, { familyNames: "Htomspno" }, { family: "GARBLED" }],
    [{ givenNames: "Margaret" }, { givenNames: "Amragert" }, { given: "GARBLED" }],
    [{ familyNames: "Thompson" }, { familyNames: "Robinson" }, { family: "DIFFERENT" }],
    [{ birthDate: "1978-02-27" }, { birthDate: "1979-03-27" }, { birth: "TWO_SLIPS" }],
    [{ birthDate: "1978" }, { birthDate: "1979" }, { birth: "YEAR_NEAR" }],
    [{ birthDate: "1978" }, { birthDate: "1994" }, { birth: "DIFFERENT" }],
    [{ email: "hannah88@powers.com" }, { email: "hnanah@powers.com" }, { email: "GARBLED" }],
    [{ email: "hannah88@powers.com" }, { email: "owen@powers.com" }, { email: "HOST" }],
    [{ city: "Birmingham" }, { city: "Bgminmirha" }, { city: "GARBLED" }],
    [{ city: "Birmingham" }, { city: "Birm" }, { city: "GARBLED" }],
    [{ city: "Birmingham" }, { city: "Sheffield" }, { city: "DIFFERENT" }],
    [{ postalCode: "SW1A 2AA" }, { postalCode: "SW1A 7XY" }, { postal: "AREA" }],
    [{ postalCode: "TQ4" }, { postalCode: "TQ4 8SX" }, { postal: "AREA" }],
    [{ postalCode: "90210" }, { postalCode: "10001" }, { postal: "DIFFERENT" }],
    [{ address: "12 Banksia Street" }, { address: "97 Banksia Street" }, { street: "GARBLED" }],
    [{ address: "12 Banksia Street" }, { address: "12 Wattle Street" }, { street: "NUMBER" }],
  ])("%j and %j leave %j", (one, other, expected) => {
    expect(levels(one, other)).toMatchObject(expected);
    expect(levels(other, one)).toMatchObject(expected);
  });

  test("names that changed sides and are full of slips are found on the other side", () => {
    const found = levels(
      { givenNames: "Margaret", familyNames: "Thompson" },
      { givenNames: "Thompson", familyNames: "Amragert" },
    );
    expect(Object.values(found)).toContain("GARBLED");
    expect(found["order"]).toBe("SWAPPED");
    const both = levels(
      { givenNames: "Margaret", familyNames: "Thompson" },
      { givenNames: "Htomspno", familyNames: "Amragert" },
    );
    expect(both).toMatchObject({ given: "GARBLED", family: "GARBLED", order: "SWAPPED" });
  });

  test("the hub itself does not look for them", () => {
    expect(levels({ familyNames: "Thompson" }, { familyNames: "Htomspno" }, false)["family"]).not.toBe(
      "GARBLED",
    );
  });
});

describe("The queue of what is joined", () => {
  test("gives the heaviest first, whatever came first", () => {
    const queue = new Queue<number>();
    const weights = [3, 9, 1, 7, 7, 2, 8, 5, 4, 6, 0];
    for (const weight of weights) queue.add(weight, weight);
    const taken = weights.map(() => queue.take());
    expect(taken).toEqual([9, 8, 7, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(queue.take()).toBeUndefined();
  });
});
