/** The limits of a request: each is a number that a setting changes, and a refusal that says it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Supergraph } from "@apollo/federation-internals";
import { buildSchema, getIntrospectionQuery } from "graphql";
import { checkoutFolder } from "../explorer/queries.ts";
import { OWN, personalExport } from "../export/personal-query.ts";
import { Refusal } from "../refusal.ts";
import { Limiter } from "./limiter.ts";
import { LIMITS, limitShape, limitsOf, type LimitName, type Limits } from "./limits.ts";

const SCHEMA = buildSchema(/* GraphQL */ `
  type Query {
    person(id: ID!): Person
    people(first: Int, after: String): PersonConnection!
  }
  type Mutation {
    note(text: String!): String
  }
  type PersonConnection {
    nodes: [Person!]!
    edges: [PersonEdge!]!
  }
  type PersonEdge {
    node: Person!
  }
  type Person {
    id: ID!
    name: String
    friends(first: Int): PersonConnection!
    jobs: [Job!]!
    boss: Person
  }
  type Job {
    title: String
  }
`);

function limitsWith(change: Partial<Limits> = {}): Limits {
  const fallbacks = Object.fromEntries(
    Object.entries(LIMITS).map(([name, { fallback }]) => [name, fallback]),
  );
  return { ...(fallbacks as Limits), ...change };
}

function limiterWith(change: Partial<Limits> = {}): Limiter {
  const limiter = new Limiter(limitsWith(change));
  limiter.useSchema(SCHEMA);
  return limiter;
}

/** The code, limit and value of the refusal. */
function refused(work: () => unknown): unknown[] {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { limit, value } = error.particulars.extensions ?? {};
    return [error.code, limit, value];
  }
  return ["admitted"];
}

const ask = (query: string, change: Partial<Limits> = {}, variables: Record<string, unknown> = {}) =>
  refused(() =>
    limiterWith(change).admit({
      query,
      operationName: query.startsWith("query A") ? "A" : undefined,
      variables,
    }),
  );

it.each<[LimitName, number, string, number]>([
  ["tokens", 5, "{ person(id: 1) { id } }", 6],
  ["operations", 1, "query A { __typename } query B { __typename }", 2],
  [
    "fragments",
    1,
    "{ person(id: 1) { ...A ...B } } fragment A on Person { id } fragment B on Person { id }",
    2,
  ],
  ["variables", 1, "query A($a: Int, $b: Int) { __typename }", 2],
  ["arguments", 1, "{ people(first: 1, after: 1) { nodes { id } } }", 2],
  ["variableDepth", 2, "{ person(id: [[[1]]]) { id } }", 3],
  ["variableDepth", 2, "{ person(id: [{ a: { b: 1 } }, 1]) { id } }", 3],
  ["documentKilobytes", 1, `{ person(id: 1) { id } } # ${" ".repeat(1_024)}`, 2],
  ["spreads", 2, "{ person(id: 1) { ... { id } ...A ...A } } fragment A on Person { id }", 3],
  ["directives", 1, "{ person(id: 1) { id @skip(if: false) name @skip(if: false) } }", 2],
  ["depth", 3, "{ person(id: 1) { boss { boss { id } } } }", 4],
  ["fields", 3, "{ person(id: 1) { id name boss { id } } }", 5],
  ["objects", 1, "{ person(id: 1) { boss { id } } }", 2],
  ["aliases", 1, "{ a: person(id: 1) { b: id } }", 2],
  ["rootFields", 1, "{ a: person(id: 1) { id } b: person(id: 2) { id } }", 2],
  ["repeats", 2, "{ person(id: 1) { id id id } }", 3],
  ["pageSize", 20, "{ people(first: 21) { nodes { id } } }", 21],
  ["cost", 20, "{ people(first: 20) { nodes { id } } }", 21],
])("refuses what passes the limit of %s, and says the limit and the value", (name, limit, query, value) => {
  expect(ask(query, { [name]: limit })).toEqual([LIMITS[name].code, limit, value]);
  expect(ask(query, { [name]: name === "tokens" ? 100 : value })).toEqual(["admitted"]);
});

it("counts what fragments bring each time they are spread, however they are nested", () => {
  const twice =
    "{ person(id: 1) { ...A boss { ...A } } } fragment A on Person { a: id boss { ...B } } fragment B on Person { b: name }";
  expect(ask(twice, { fields: 8, objects: 4, aliases: 4, depth: 4 })).toEqual(["admitted"]);
  expect(ask(twice, { fields: 7 })).toEqual(["TOO_MANY_FIELDS", 7, 8]);
  expect(ask(twice, { aliases: 3 })).toEqual(["TOO_MANY_ALIASES", 3, 4]);
  expect(ask(twice, { depth: 3 })).toEqual(["TOO_DEEP", 3, 4]);
});

it("refuses fragments that double forty times without writing them out", () => {
  const doubling = Array.from(
    { length: 40 },
    (_, level) => `fragment F${level} on Person { boss { ...F${level + 1} } b: boss { ...F${level + 1} } }`,
  );
  const query = `{ person(id: 1) { ...F0 } } ${doubling.join(" ")} fragment F40 on Person { id }`;
  expect(ask(query, { depth: 100, spreads: Number.MAX_SAFE_INTEGER })).toEqual([
    "TOO_MANY_FIELDS",
    2_500,
    3 * 2 ** 40 - 1,
  ]);
});

it("refuses fragments that contain themselves, and counts those that nothing spreads", () => {
  expect(
    ask("{ person(id: 1) { ...A } } fragment A on Person { ...B } fragment B on Person { ...A }")[0],
  ).toBe("FRAGMENT_CYCLE");
  expect(ask("{ __typename } fragment A on Person { boss { boss { id } } }", { depth: 2 })[0]).toBe(
    "TOO_DEEP",
  );
});

it("finds what is repeated under merged fields, in fragments, and under different aliases", () => {
  expect(
    ask("{ person(id: 1) { id } person(id: 1) { id } ...Q } fragment Q on Query { person(id: 1) { id } }", {
      repeats: 2,
    })[0],
  ).toBe("TOO_MANY_REPEATS");
  expect(ask("{ person(id: 1) { a: id b: id c: id } }", { repeats: 2 })[0]).toBe("TOO_MANY_REPEATS");
  expect(ask("{ person(id: 1) { ...A ...A ...A } } fragment A on Person { id }", { repeats: 2 })[0]).toBe(
    "TOO_MANY_REPEATS",
  );
});

describe("the cost", () => {
  const costOf = (query: string, variables: Record<string, unknown> = {}) =>
    limiterWith().admit({ query, variables }).cost;

  it("is the number of objects, with pages in pages multiplied", () => {
    expect(costOf("{ person(id: 1) { id name } }")).toBe(1);
    expect(costOf("{ person(id: 1) { boss { boss { id } } } }")).toBe(3);
    expect(costOf("{ people(first: 10) { nodes { id } } }")).toBe(1 + 10);
    expect(costOf("{ people(first: 10) { nodes { friends(first: 4) { nodes { id } } } } }")).toBe(
      1 + 10 * (1 + 1 + 4),
    );
    expect(costOf("{ people(first: 10) { edges { node { id } } } }")).toBe(1 + 10 * 2);
    expect(costOf("{ person(id: 1) { jobs { title } } }")).toBe(1 + 5);
    expect(costOf("{ people { nodes { id } } }")).toBe(1 + 20);
  });

  it("takes the size of a page from the variables, or from their default", () => {
    const query = "query ($n: Int = 7) { people(first: $n) { nodes { id } } }";
    expect(costOf(query)).toBe(1 + 7);
    expect(costOf(query, { n: 30 })).toBe(1 + 30);
    expect(refused(() => limiterWith().admit({ query, variables: { n: 101 } }))).toEqual([
      "PAGE_TOO_LARGE",
      100,
      101,
    ]);
  });

  it("is looked at each time, also for an operation that is known", () => {
    const limiter = limiterWith({ cost: 50 });
    const query = "query ($n: Int) { people(first: $n) { nodes { id } } }";
    expect(limiter.admit({ query, variables: { n: 10 } }).planning).toBe(2);
    expect(limiter.admit({ query, variables: { n: 10 } }).planning).toBe(0);
    expect(refused(() => limiter.admit({ query, variables: { n: 60 } }))[0]).toBe("TOO_COSTLY");
  });
});

it("holds variables to a depth and a number of values", () => {
  let deep: Record<string, unknown> = {};
  for (let level = 0; level < 100_000; level++) deep = { deep };
  expect(ask("{ __typename }", {}, deep)).toEqual(["TOO_MANY_VARIABLE_VALUES", 5_000, 5_001]);
  expect(ask("{ __typename }", { variableDepth: 2 }, { a: { b: {} } })).toEqual(["VARIABLES_TOO_DEEP", 2, 3]);
  expect(ask("{ __typename }", {}, { list: Array.from({ length: 10_000 }, () => 0) })[0]).toBe(
    "TOO_MANY_VARIABLE_VALUES",
  );
});

it("says where a document cannot be read", () => {
  expect(ask("{ person(")[0]).toBe("GRAPHQL_PARSE_FAILED");
});

it("admits every question of the documentation, the whole export and introspection, with room to spare", () => {
  const limiter = new Limiter(
    limitsWith(
      Object.fromEntries(
        Object.entries(LIMITS).map(([name, { fallback }]) => [
          name,
          name === "depth" || name === "pageSize" ? fallback : fallback / 2,
        ]),
      ),
    ),
  );
  const root = checkoutFolder();
  const supergraph = Supergraph.build(readFileSync(join(root, "schema/supergraph.graphql"), "utf8"));
  limiter.useSchema(supergraph.apiSchema().toGraphQLJSSchema());
  const queries = ["unified-view", "worklist", "statistics"].map((name) =>
    readFileSync(join(root, `docs/queries/${name}.graphql`), "utf8"),
  );
  for (const query of [...queries, personalExport(OWN), getIntrospectionQuery()])
    expect(refused(() => limiter.admit({ query, variables: { id: "a" } }))).toEqual(["admitted"]);
});

it("says of wrong values what the first is, and no more than a few words of it", () => {
  const limiter = limiterWith();
  const query = "query ($n: Int!, $id: ID) { people(first: $n) { nodes { id } } person(id: $id) { id } }";
  const say = (variables: Record<string, unknown>) => {
    try {
      limiter.admit({ query, variables });
    } catch (error) {
      return (error as Refusal).message;
    }
    return "admitted";
  };
  expect(say({})).toBe('Variable "$n" of required type "Int!" was not provided.');
  expect(say({ n: "x".repeat(10_000) })).toHaveLength(500);
  expect(say({ n: 5 })).toBe("admitted");
});

it("takes each limit from its variable", () => {
  const names = Object.keys(LIMITS) as LimitName[];
  const env = Object.fromEntries(names.map((name, index) => [LIMITS[name].variable, index + 1]));
  expect(limitsOf(env as Parameters<typeof limitsOf>[0])).toEqual(
    Object.fromEntries(names.map((name, index) => [name, index + 1])),
  );
  expect(Object.keys(limitShape)).toEqual(names.map((name) => LIMITS[name].variable));
});

it("describes each limit in the guide for operators", () => {
  const guide = readFileSync(join(checkoutFolder(), "docs/how-to/set-the-limits.md"), "utf8");
  for (const { variable, code, fallback, counts } of Object.values(LIMITS))
    expect(guide).toMatch(
      new RegExp(
        `\\| \`${variable}\` +\\| ${fallback} +\\| \`${code}\` +\\| ${counts.replace(/[()`]/g, "\\$&")} +\\|`,
      ),
    );
});

it("says at once that there are no subscriptions, before anybody plans them", () => {
  expect(ask("subscription { people { nodes { id } } }")[0]).toBe("OPERATION_RESOLUTION_FAILURE");
});
