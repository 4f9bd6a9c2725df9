/** Hostile documents: too deep, and too many of everything. */
import { code, nest, query, repeat, type Kind } from "./kind.ts";

const CANDIDATE = `candidate(id: "a")`;
/** A loop of the graph that can be walked for ever, through two partners. */
const LOOP = "matching { matches { candidate { ";

export const NESTING: Kind[] = [
  query(
    "levels: seventeen",
    code("TOO_DEEP"),
    `query NEW { ${CANDIDATE} { ${nest(6, LOOP, "id", "}}}")} } }`,
  ),
  query(
    "levels: a hundred",
    code("TOO_DEEP"),
    `query NEW { ${CANDIDATE} { ${nest(33, LOOP, "id", "}}}")} } }`,
  ),
  query(
    "levels: a thousand",
    code("TOO_MANY_TOKENS"),
    `query NEW { ${CANDIDATE} { ${nest(333, LOOP, "id", "}}}")} } }`,
  ),
  query("levels: of fields that do not exist", code("TOO_DEEP"), `query NEW { ${nest(600, "a { ", "a")} }`),
  query(
    "levels: of inline fragments",
    code("TOO_MANY_SPREADS"),
    `query NEW { ${nest(600, "... { ", "__typename")} }`,
  ),
  query(
    "levels: of inline fragments with conditions",
    code("TOO_MANY_DIRECTIVES"),
    `query NEW { ${nest(150, "... @include(if: true) { ", "__typename")} }`,
  ),
  query(
    "levels: of fragments in a chain",
    code("TOO_MANY_FRAGMENTS"),
    () =>
      `query NEW { ${CANDIDATE} { ...F0 } } ${repeat(200, (i) => `fragment F${i} on Candidate { ...F${i + 1} }`)} fragment F200 on Candidate { id }`,
  ),
  query(
    "levels: through fragments",
    code("TOO_DEEP"),
    () =>
      `query NEW { ${CANDIDATE} { ...F0 } } ${repeat(20, (i) => `fragment F${i} on Candidate { ${LOOP} ...F${i + 1} }}} }`)} fragment F20 on Candidate { id }`,
  ),
  query(
    "levels: a list in a list",
    code("VARIABLES_TOO_DEEP"),
    `query NEW { candidate(id: ${nest(900, "[", "1", "]")}) { id } }`,
  ),
  query(
    "levels: an object in an object",
    code("VARIABLES_TOO_DEEP"),
    `query NEW { candidates(filter: ${nest(450, "{ a: ", "1")}) { nodes { id } } }`,
  ),
  query(
    "levels: a list type of a variable",
    "refused",
    `query NEW($v: ${nest(2_000, "[", "Int", "]")}) { __typename }`,
  ),
  query(
    "levels: introspection",
    "refused",
    `query NEW { __schema { types { ${nest(50, "fields { type { ", "name", "} }")} } } }`,
  ),
  query(
    "levels: types of types",
    "refused",
    `query NEW { __type(name: "Query") { fields { type { ${nest(60, "ofType { ", "name")} } } } }`,
  ),
];

export const MANY: Kind[] = [
  query(
    "aliases: of a person",
    code("TOO_MANY_ALIASES"),
    () => `query NEW { ${repeat(101, (i) => `a${i}: ${CANDIDATE} { id }`)} }`,
  ),
  query(
    "aliases: of a field, a thousand",
    "refused",
    () => `query NEW { ${CANDIDATE} { ${repeat(1_000, (i) => `a${i}: id`)} } }`,
  ),
  query(
    "aliases: of __typename",
    "refused",
    () => `query NEW { ${repeat(1_500, (i) => `a${i}: __typename`)} }`,
  ),
  query(
    "aliases: of statistics",
    "refused",
    () =>
      `query NEW { ${repeat(60, (i) => `a${i}: statistics(from: "2020-01-01", to: "2020-12-31") { from }`)} }`,
  ),
  query(
    "aliases: of a mutation",
    "refused",
    () =>
      `mutation NEW { ${repeat(60, (i) => `a${i}: professionalRecord(input: { reference: "r", subject: "s", organisationCode: "promis", givenName: "g", familyName: "f" }) { userErrors { code } }`)} }`,
  ),
  query(
    "aliases: through fragments",
    "refused",
    () =>
      `query NEW { ${CANDIDATE} { ${repeat(15, () => "...F")} } } fragment F on Candidate { ${repeat(10, (i) => `a${i}: id`)} }`,
  ),
  query(
    "aliases: another field as the name of a type",
    code("BAD_USER_INPUT"),
    `query NEW { ${CANDIDATE} { __typename: id relocation { plans { state } } } }`,
  ),
  query(
    "aliases: other fields as what the hub hides",
    "served",
    `query NEW { ${CANDIDATE} { registrationId: id matchingGrant: birthDate id: birthDate matching { matches { state } } } }`,
  ),
  query(
    "aliases: what every object has, and entities",
    "served",
    `query NEW { _entities: ${CANDIDATE} { __proto__: id constructor: birthDate relocation { plans { state } } } }`,
  ),
  query(
    "aliases: as long as they come",
    "refused",
    () => `query NEW { ${"a".repeat(300_000)}: __typename ${repeat(30, (i) => `b${i}: __typename`)} }`,
  ),
  query(
    "fields: two thousand at the root",
    "refused",
    () => `query NEW { ${repeat(2_000, () => "__typename")} }`,
  ),
  query(
    "fields: three thousand that do not exist",
    "refused",
    () => `query NEW { ${CANDIDATE} { ${repeat(3_000, (i) => `x${i}`)} } }`,
  ),
  query(
    "fields: at the root, thirty-one",
    code("TOO_MANY_ROOT_FIELDS"),
    () => `query NEW { ${repeat(31, (i) => `a${i}: __typename`)} }`,
  ),
  query("operations: twenty-one", code("TOO_MANY_OPERATIONS"), () =>
    repeat(21, (i) => `query NEW${i} { __typename }`),
  ),
  query("operations: three hundred and fifty", code("TOO_MANY_OPERATIONS"), () =>
    repeat(350, (i) => `query NEW${i} { __typename }`),
  ),
  query("operations: of one name", "refused", "query NEW { __typename } query NEW { __typename }"),
  query("operations: none", "refused", "fragment NEW on Candidate { id }"),
  query(
    "operations: a subscription",
    code("OPERATION_RESOLUTION_FAILURE"),
    "subscription NEW { candidates { nodes { id } } }",
  ),
  query(
    "directives: on a field",
    code("TOO_MANY_DIRECTIVES"),
    () => `query NEW { __typename ${repeat(51, () => "@skip(if: false)")} }`,
  ),
  query(
    "directives: a thousand",
    code("TOO_MANY_TOKENS"),
    () => `query NEW { __typename ${repeat(1_000, () => "@skip(if: false)")} }`,
  ),
  query(
    "directives: that do not exist",
    code("TOO_MANY_TOKENS"),
    () => `query NEW { __typename ${repeat(3_000, () => "@x")} }`,
  ),
  query(
    "directives: on every field",
    code("TOO_MANY_DIRECTIVES"),
    () => `query NEW { ${CANDIDATE} { ${repeat(60, () => "id @include(if: true)")} } }`,
  ),
  query(
    "directives: on the operation",
    code("TOO_MANY_DIRECTIVES"),
    () => `query NEW ${repeat(100, (i) => `@x${i}`)} { __typename }`,
  ),
  query(
    "directives: on a variable",
    code("TOO_MANY_DIRECTIVES"),
    () => `query NEW($v: Int ${repeat(100, (i) => `@x${i}`)}) { __typename }`,
  ),
  query(
    "directives: through fragments",
    code("TOO_MANY_DIRECTIVES"),
    () =>
      `query NEW { ${CANDIDATE} { ${repeat(12, () => "...F")} } } fragment F on Candidate { ${repeat(6, () => "id @skip(if: false)")} }`,
  ),
  query(
    "directives: of federation",
    "refused",
    "query NEW { __typename @inaccessible @join__field(graph: FCCQ) }",
  ),
  query("directives: defer", "refused", `query NEW { ${CANDIDATE} { ... @defer { name { display } } } }`),
  query(
    "variables: four hundred declared",
    code("TOO_MANY_VARIABLES"),
    () => `query NEW(${repeat(400, (i) => `$v${i}: Int`)}) { __typename }`,
  ),
  query(
    "arguments: six hundred",
    code("TOO_MANY_ARGUMENTS"),
    () => `query NEW { candidate(${repeat(600, (i) => `a${i}: 1`)}) { id } }`,
  ),
  query(
    "arguments: the same one",
    code("TOO_MANY_ARGUMENTS"),
    () => `query NEW { candidate(${repeat(600, () => `id: "a"`)}) { id } }`,
  ),
  query("type system: definitions in a query", "refused", () =>
    repeat(500, (i) => `type NEW${i} { a: Int }`),
  ),
];
