/** Hostile documents that are short, or within the rules, and cost a day's work: to plan, to answer, to read. */
import { code, nest, query, repeat, type Kind } from "./kind.ts";

const CANDIDATE = `candidate(id: "a")`;

const section = (index: number) =>
  `s${index}: relocation { plans { state } } t${index}: welcome { cases { state } } u${index}: passerelle { current { step } }`;

/** Documents that are short, and a day's work to plan. */
export const PLANNING: Kind[] = [
  query(
    "planning: a person under fifteen aliases, every partner",
    "either",
    () =>
      `query NEW { ${repeat(15, (i) => `a${i}: ${CANDIDATE} { ...F }`)} } fragment F on Candidate { id relocation { plans { state } } welcome { cases { state } } matching { matches { state } } passerelle { current { step } } employability { files { track } } household { size } }`,
  ),
  query(
    "planning: a person under thirty aliases, every partner",
    "refused",
    () =>
      `query NEW { ${repeat(30, (i) => `a${i}: ${CANDIDATE} { ...F }`)} } fragment F on Candidate { ${repeat(4, section)} matching { matches { state } } }`,
  ),
  query(
    "planning: aliased fragments that hop between partners",
    "refused",
    () =>
      `query NEW { ${CANDIDATE} { ...A } } fragment A on Candidate { ${repeat(8, (i) => `a${i}: matching { matches { candidate { ...B } } }`)} } fragment B on Candidate { ${repeat(8, (i) => `b${i}: welcome { cases { region { ...C } } }`)} } fragment C on Region { ${repeat(8, (i) => `c${i}: partners { organisation { businessNetwork { __typename } caseload } }`)} }`,
  ),
  query(
    "planning: regions from everywhere",
    "either",
    () =>
      `query NEW { regions { ${repeat(12, (i) => `a${i}: partners { regions { openPositions coveredByEer settledHouseholds settledFromPasserelle } }`)} } }`,
  ),
  query(
    "planning: organisations and regions in turn",
    code("TOO_DEEP"),
    () =>
      `query NEW { regions { ${nest(8, "partners { organisation { regionalPartner { regions { ", "openPositions", "}}}}")} } }`,
  ),
  query(
    "planning: organisations and regions, as deep as allowed",
    "either",
    () =>
      `query NEW { regions { ${nest(3, "partners { organisation { regionalPartner { regions { ", "openPositions coveredByEer", "}}}}")} } }`,
  ),
  query(
    "planning: four hundred objects",
    "refused",
    () =>
      `query NEW { ${repeat(28, (i) => `a${i}: regions { ${repeat(16, (j) => `${j % 2 ? "" : "x"}partners`.replace("xpartners", `p${j}: partners`).replace(/^partners/, `q${j}: partners`) + " { city }")} }`)} }`,
  ),
  query(
    "planning: the same with a new name each time",
    "either",
    () =>
      `query NEW { NEW: ${CANDIDATE} { relocation { plans { state } } welcome { cases { state } } matching { matches { state } } } }`,
  ),
  query(
    "planning: conditions on everything",
    "refused",
    () =>
      `query NEW(${repeat(60, (i) => `$v${i}: Boolean = true`)}) { ${CANDIDATE} { ${repeat(60, (i) => `a${i}: relocation @include(if: $v${i}) { plans { state } }`)} } }`,
  ),
  query(
    "planning: conditions on as much as is allowed",
    "either",
    () =>
      `query NEW(${repeat(18, (i) => `$v${i}: Boolean = true`)}) { ${CANDIDATE} { ${repeat(18, (i) => `a${i}: relocation @include(if: $v${i}) { plans { state } }`)} } }`,
  ),
  query("planning: hidden names", "refused", `query NEW { ${CANDIDATE} { matchingGrant registrationId } }`),
  query(
    "planning: entities, past the graph",
    "refused",
    `query NEW { _entities(representations: [{ __typename: "Candidate", id: "a" }]) { ... on Candidate { id } } }`,
  ),
  query("planning: a subgraph's own schema", "refused", "query NEW { _service { sdl } }"),
];

export const SIZES: Kind[] = [
  query(
    "pages: a hundred and one",
    code("PAGE_TOO_LARGE"),
    "query NEW { candidates(first: 101) { nodes { id } } }",
  ),
  query(
    "pages: a billion",
    code("PAGE_TOO_LARGE"),
    "query NEW { candidates(first: 1000000000) { nodes { id } } }",
  ),
  query(
    "pages: by a variable",
    code("PAGE_TOO_LARGE"),
    "query NEW($n: Int) { candidates(first: $n) { nodes { id } } }",
    { n: 5_000 },
  ),
  query(
    "pages: by a variable's default",
    code("PAGE_TOO_LARGE"),
    "query NEW($n: Int = 5000) { candidates(first: $n) { nodes { id } } }",
  ),
  query(
    "pages: a number beyond numbers",
    "refused",
    "query NEW { candidates(first: 1e400) { nodes { id } } }",
  ),
  query(
    "pages: pages in pages in pages",
    code("TOO_COSTLY"),
    "query NEW { positions(first: 100) { nodes { business { positions(first: 100) { nodes { business { positions(first: 100) { nodes { id } } } } } } } } }",
  ),
  query(
    "pages: lists in lists in lists",
    code("TOO_COSTLY"),
    "query NEW { candidates(first: 100) { nodes { matching { matches { candidate { matching { matches { candidate { matching { matches { candidate { matching { matches { state } } } } } } } } } } } } } }",
  ),
  query(
    "pages: the largest, under aliases",
    code("TOO_COSTLY"),
    () =>
      `query NEW { ${repeat(20, (i) => `a${i}: candidates(first: 100) { nodes { matching { matches { position { title city } reasons { factor } } } } }`)} }`,
  ),
];

export const TOKENS: Kind[] = [
  query("words: seven thousand", code("TOO_MANY_TOKENS"), () => `query NEW { ${repeat(7_000, () => "a")} }`),
  query(
    "words: a hundred thousand",
    code("DOCUMENT_TOO_LARGE"),
    () => `query NEW { ${repeat(100_000, () => "a")} }`,
  ),
  query("words: brackets that never close", "refused", `query NEW ${"{ a ".repeat(2_500)}`),
  query("words: only brackets", "refused", "{".repeat(100_000)),
  query("words: two hundred thousand commas", code("DOCUMENT_TOO_LARGE"), `{ NEW ${",".repeat(200_000)} }`),
  query("words: sixty thousand commas", "served", `query NEW { __typename ${",".repeat(60_000)} }`),
  query(
    "words: a comment of two hundred kilobytes",
    code("DOCUMENT_TOO_LARGE"),
    `query NEW { __typename } # ${"x".repeat(200_000)}`,
  ),
  query("words: a comment of sixty kilobytes", "served", `query NEW { __typename } # ${"x".repeat(60_000)}`),
  query(
    "words: thirty thousand comments",
    "served",
    () => `query NEW { __typename } ${"#\n".repeat(30_000)}`,
  ),
  query(
    "words: a text of two hundred kilobytes",
    code("DOCUMENT_TOO_LARGE"),
    `query NEW { candidate(id: "${"x".repeat(200_000)}") { nothing } }`,
  ),
  query(
    "words: a block text of lines",
    "refused",
    `query NEW { candidate(id: """${"\\n ".repeat(200_000)}""") { nothing } }`,
  ),
  query(
    "words: escapes",
    code("DOCUMENT_TOO_LARGE"),
    `query NEW { candidate(id: "${"\\u0041".repeat(30_000)}") { nothing } }`,
  ),
  query(
    "words: a number of ten thousand digits",
    "refused",
    `query NEW { candidates(first: ${"9".repeat(10_000)}) { nodes { id } } }`,
  ),
  query("words: a name of ten thousand letters", "refused", `query NEW { ${"a".repeat(10_000)} }`),
  query("words: a text that never ends", "refused", `query NEW { candidate(id: "`),
  query("words: control characters", "refused", "query NEW { \u0000\u0007\u001b }"),
  query("words: letters that look alike", "refused", "query NEW { саndidаtes { nodes { id } } }"),
];
