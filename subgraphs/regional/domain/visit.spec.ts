import { namingProblem, receivesOn, VISIT_MOVES, VisitHostKind } from "./visit.ts";

describe("A host of the community", () => {
  const named = { name: "Rosaire Pelletier", namedSince: "2026-03-10" };
  const unnamed = { name: null, namedSince: null };

  it("is named only with their consent when they are a person", () => {
    const kind = VisitHostKind.PERSON;
    expect(namingProblem({ kind, ...unnamed })).toBeNull();
    expect(namingProblem({ kind, ...named })).toBeNull();
    expect(namingProblem({ kind, ...named, namedSince: null })).toBe("consentedOn");
    expect(namingProblem({ kind, ...named, name: null })).toBe("consentedOn");
  });

  it("goes by its name, without anybody's consent, when it is an organisation", () => {
    const kind = VisitHostKind.ORGANISATION;
    expect(namingProblem({ kind, ...named, namedSince: null })).toBeNull();
    expect(namingProblem({ kind, ...unnamed })).toBe("name");
    expect(namingProblem({ kind, ...named })).toBe("consentedOn");
  });

  it("receives visitors from the first to the last day", () => {
    const host = { since: "2026-03-10", until: "2026-03-12" };
    const days = ["2026-03-09", "2026-03-10", "2026-03-12", "2026-03-13"];
    expect(days.map((day) => receivesOn(host, day))).toEqual([false, true, true, false]);
    expect(receivesOn({ ...host, until: null }, "2030-01-01")).toBe(true);
  });
});

describe("A visit", () => {
  it("is held or cancelled once", () => {
    expect(VISIT_MOVES).toEqual({ PLANNED: ["HELD", "CANCELLED"], HELD: [], CANCELLED: [] });
  });
});
