/** Hostile values: variables, names and ids that are not what they should be. */
import { code, post, query, times, type Kind } from "./kind.ts";

function kind(name: string, expected: Kind["expected"], make: Kind["make"]): Kind {
  return { name, expected, make };
}

const TWO = "query NEW($v: Int) { __typename }";

export const VARIABLES: Kind[] = [
  query(
    "variables: six thousand",
    code("TOO_MANY_VARIABLE_VALUES"),
    TWO,
    Object.fromEntries(times(6_000, (i) => [`v${i}`, i])),
  ),
  query("variables: a list of a hundred thousand", code("TOO_MANY_VARIABLE_VALUES"), TWO, {
    v: times(100_000, () => 1),
  }),
  query("variables: a text of two hundred kilobytes", "refused", TWO, { v: "x".repeat(200_000) }),
  query("variables: a text for a number", "refused", TWO, { v: "one" }),
  query("variables: a number beyond numbers", "refused", TWO, { v: 1e300 }),
  query("variables: an object for an id", "refused", "query NEW($v: ID!) { candidate(id: $v) { id } }", {
    v: { a: 1 },
  }),
  query("variables: a list for an id", "refused", "query NEW($v: ID!) { candidate(id: $v) { id } }", {
    v: ["a"],
  }),
  query(
    "variables: null for what must be there",
    "refused",
    "query NEW($v: ID!) { candidate(id: $v) { id } }",
    { v: null },
  ),
  query(
    "variables: fields that do not exist",
    "refused",
    "query NEW($v: CandidateFilter) { candidates(filter: $v) { nodes { id } } }",
    { v: Object.fromEntries(times(1_000, (i) => [`f${i}`, 1])) },
  ),
  query(
    "variables: values that do not exist",
    "refused",
    "query NEW($v: CandidateFilter) { candidates(filter: $v) { nodes { id } } }",
    { v: { stages: times(4_000, (i) => `S${i}`) } },
  ),
  query(
    "variables: a value a thousand times",
    "either",
    "query NEW($v: CandidateFilter) { candidates(filter: $v) { nodes { id } } }",
    { v: { stages: times(4_000, () => "MATCHING") } },
  ),
  query(
    "variables: null in spite of a default, for a condition",
    code("BAD_USER_INPUT"),
    `query NEW($v: Boolean = true) { candidate(id: "a") { relocation @include(if: $v) { plans { state } } } }`,
    { v: null },
  ),
  query(
    "variables: null in spite of a default, for an id",
    code("BAD_USER_INPUT"),
    `query NEW($v: ID = "a") { candidate(id: $v) { id } }`,
    { v: null },
  ),
  query(
    "variables: called as the hub's own",
    "served",
    "query NEW($representations: [StageCode!]) { candidates(filter: { stages: $representations }) { nodes { id } } }",
    { representations: ["MATCHING"] },
  ),
  query(
    "variables: called as what every object has",
    "served",
    `query NEW($constructor: ID!, $valueOf: Boolean = true) { candidate(id: $constructor) { id relocation @skip(if: $valueOf) { plans { state } } } }`,
    { constructor: "a" },
  ),
  query("variables: half a character", "either", "query NEW($v: ID!) { candidate(id: $v) { id } }", {
    v: "\ud83d",
  }),
  query("variables: SQL", "either", "query NEW($v: ID!) { candidate(id: $v) { id } }", {
    v: "' or 1=1; drop table candidate; --",
  }),
  query(
    "variables: an id of two hundred kilobytes",
    "either",
    "query NEW($v: ID!) { candidate(id: $v) { id } }",
    {
      v: "x".repeat(200_000),
    },
  ),
  query(
    "variables: a cursor that was never given",
    "either",
    "query NEW($v: String) { candidates(after: $v) { nodes { id } } }",
    { v: "WyJ4Il0" },
  ),
  kind("variables: a text instead of an object", code("BAD_REQUEST"), () =>
    post({ query: "{ __typename }", variables: "{}" }),
  ),
  kind("query: an object", code("BAD_REQUEST"), () => post({ query: { a: 1 } })),
  kind("query: empty", code("BAD_REQUEST"), () => post({ query: "" })),
  kind("operation name: of two hundred kilobytes", "refused", () =>
    post({ query: "{ __typename }", operationName: "x".repeat(200_000) }),
  ),
  kind("persisted: a hash that is not the query's", code("BAD_REQUEST"), () =>
    post({
      query: "{ __typename }",
      extensions: { persistedQuery: { version: 1, sha256Hash: "a".repeat(64) } },
    }),
  ),
  kind("persisted: a hash that nobody sent", code("PERSISTED_QUERY_NOT_FOUND"), (turn) =>
    post({ extensions: { persistedQuery: { version: 1, sha256Hash: String(turn).padStart(64, "0") } } }),
  ),
  kind("persisted: a path for a hash", code("BAD_REQUEST"), () =>
    post({ extensions: { persistedQuery: { version: 1, sha256Hash: "../../etc/passwd" } } }),
  ),
  kind("document id: that nobody registered", code("OPERATION_UNKNOWN"), () =>
    post({ documentId: `sha256:${"0".repeat(64)}` }),
  ),
];
