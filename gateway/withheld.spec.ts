import { withoutWithheld } from "./withheld.ts";

const people = (...representations: object[]) => ({ representations });
const granted = (id: string) => ({
  __typename: "Candidate",
  id,
  employabilityGrant: "g",
  relocationGrant: null,
});
const withheld = (id: string) => ({
  __typename: "Candidate",
  id,
  employabilityGrant: null,
  relocationGrant: null,
});

describe("What was withheld is not asked for", () => {
  it("asks a partner nothing about people of whom every grant was withheld", () => {
    const { asked, whole } = withoutWithheld(people(withheld("a"), withheld("b")));
    expect(asked).toBeNull();
    expect(whole({ data: { _entities: [] } })).toEqual({ data: { _entities: [null, null] } });
  });

  it("asks about the others alone, and puts answers and errors in their places", () => {
    const { asked, whole } = withoutWithheld(
      people(withheld("a"), granted("b"), withheld("c"), { __typename: "Region", code: "estrie" }),
    );
    expect(asked).toEqual({
      representations: [granted("b"), { __typename: "Region", code: "estrie" }],
    });
    const error = { message: "late", path: ["_entities", 1, "name"] };
    expect(whole({ data: { _entities: [{ employability: 1 }, null] }, errors: [error] } as never)).toEqual({
      data: { _entities: [null, { employability: 1 }, null, null] },
      errors: [{ message: "late", path: ["_entities", 3, "name"] }],
    });
  });

  it("keeps saying that a partner is down where something was asked of it", () => {
    const { whole } = withoutWithheld(people(withheld("a"), granted("b")));
    const error = { message: "down", path: ["_entities", 0, "employability"] };
    expect(whole({ data: null, errors: [error] } as never)).toEqual({
      data: null,
      errors: [{ message: "down", path: ["_entities", 1, "employability"] }],
    });
  });

  it("leaves a question alone that carries no grant", () => {
    const positions = people({ __typename: "Position", id: "1" });
    expect(withoutWithheld(positions).asked).toBe(positions);
    const root = { first: 3 };
    expect(withoutWithheld(root).asked).toBe(root);
  });
});
