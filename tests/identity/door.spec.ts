import { currentModel, normalise, train } from "../../subgraphs/registry/domain/identity/index.ts";
import { Random } from "../../local/world/random.ts";
import { plain } from "../../subgraphs/registry/domain/identity/names.ts";
import { playDoor } from "./door.ts";
import { CULTURES, namesOf } from "./names/culture.ts";
import { generatePeople } from "./people-generator.ts";

describe("Any door: one person, many registrations", () => {
  test("the lists to tune with and those to judge with share no spelling of any name", () => {
    const spellings = (lists: "tuning" | "test") =>
      new Set(
        namesOf(lists).flatMap(({ men, women, family }) => [...men, ...women, ...family].flat().map(plain)),
      );
    const tuning = spellings("tuning");
    expect(CULTURES.length).toBeGreaterThanOrEqual(9);
    expect([...spellings("test")].filter((name) => tuning.has(name))).toEqual([]);
  });

  test("the same seed brings the same people, another seed others", () => {
    const first = generatePeople({ people: 50, lists: "tuning", seed: "a" });
    expect(generatePeople({ people: 50, lists: "tuning", seed: "a" })).toEqual(first);
    expect(generatePeople({ people: 50, lists: "tuning", seed: "b" })).not.toEqual(first);
  });

  test("the people are difficult in every way that there is", () => {
    const { people } = generatePeople({ people: 1500, lists: "test", seed: "stories" });
    expect(new Set(people.map(({ story }) => story))).toEqual(
      new Set(["alone", "spouse", "child", "twin", "senior", "junior", "namesake"]),
    );
    expect(new Set(people.map(({ culture }) => culture)).size).toBe(CULTURES.length);
  });

  test("people never seen, with names never seen, are recognised; hardly anybody is taken for another", () => {
    const { registrations } = generatePeople({ people: 1500, lists: "test", seed: "spec" });
    const figures = playDoor(registrations, currentModel);
    expect(figures.automaticPrecision).toBeGreaterThanOrEqual(0.995);
    expect(figures.f1).toBeGreaterThanOrEqual(0.96);
    expect(figures.reviewShare).toBeLessThanOrEqual(0.12);
    expect(figures.recallAfterReview).toBeGreaterThanOrEqual(0.985);
  });

  test("a model is learnt from registrations of which nobody says who is who", () => {
    const { registrations } = generatePeople({ people: 800, lists: "tuning", seed: "learn" });
    const random = new Random("learn");
    const { model, report } = train({
      people: registrations.map(({ declared }) => normalise(declared)),
      base: currentModel,
      source: "a test",
      random: () => random.next() / 2 ** 32,
      randomPairs: 20_000,
    });
    expect(model.version).toBe(currentModel.version + 1);
    expect(report.learnt).toEqual(expect.arrayContaining(["given", "family", "birth", "phone"]));
    const bits = (field: string, level: string) => {
      const { m, u } = model.fields[field]?.[level] ?? { m: 1, u: 1 };
      return Math.log2(m / u);
    };
    expect(bits("birth", "EXACT")).toBeGreaterThan(bits("birth", "TYPO"));
    expect(bits("birth", "DIFFERENT")).toBeLessThan(0);
    expect(bits("given", "EXACT")).toBeGreaterThan(bits("given", "NEAR"));
  });
});
