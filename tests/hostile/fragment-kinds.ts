/** Hostile fragments and fields: without end, growing, or in conflict. */
import { code, query, repeat, type Kind } from "./kind.ts";

const CANDIDATE = `candidate(id: "a")`;
/** A loop of the graph that can be walked for ever, through two partners. */
const LOOP = "matching { matches { candidate { ";

const exploding = (levels: number, spreads: number) => () =>
  `query NEW { ${CANDIDATE} { ...F0 } } ${repeat(levels, (i) => `fragment F${i} on Candidate { ${repeat(spreads, (s) => `s${s}: household { members { candidate { ...F${i + 1} } } }`)} }`)} fragment F${levels} on Candidate { id }`;

export const FRAGMENTS: Kind[] = [
  query(
    "fragments: one that contains itself",
    code("FRAGMENT_CYCLE"),
    `query NEW { ${CANDIDATE} { ...A } } fragment A on Candidate { id ...A }`,
  ),
  query(
    "fragments: two that contain each other",
    code("FRAGMENT_CYCLE"),
    `query NEW { ${CANDIDATE} { ...A } } fragment A on Candidate { ...B } fragment B on Candidate { ...A }`,
  ),
  query(
    "fragments: a circle of fifty",
    code("FRAGMENT_CYCLE"),
    () =>
      `query NEW { ${CANDIDATE} { ...F0 } } ${repeat(50, (i) => `fragment F${i} on Candidate { ...F${(i + 1) % 50} }`)}`,
  ),
  query(
    "fragments: a circle that nothing enters",
    code("FRAGMENT_CYCLE"),
    "query NEW { __typename } fragment A on Candidate { ...B } fragment B on Candidate { ...A }",
  ),
  query(
    "fragments: a circle through fields",
    code("FRAGMENT_CYCLE"),
    `query NEW { ${CANDIDATE} { ...A } } fragment A on Candidate { ${LOOP} ...A }}} }`,
  ),
  query("fragments: doubling ten times", "refused", exploding(10, 2)),
  query("fragments: doubling fifty times", "refused", exploding(50, 2)),
  query("fragments: tenfold, five times", "refused", exploding(5, 10)),
  query(
    "fragments: doubling in one place",
    "refused",
    () =>
      `query NEW { ${CANDIDATE} { ...F0 } } ${repeat(40, (i) => `fragment F${i} on Candidate { ...F${i + 1} ...F${i + 1} }`)} fragment F40 on Candidate { id }`,
  ),
  query(
    "fragments: one spread a thousand times",
    "refused",
    () => `query NEW { ${CANDIDATE} { ${repeat(1_000, () => "...F")} } } fragment F on Candidate { id }`,
  ),
  query(
    "fragments: a thousand of them",
    code("TOO_MANY_TOKENS"),
    () => `query NEW { __typename } ${repeat(1_000, (i) => `fragment F${i} on Candidate { id }`)}`,
  ),
  query(
    "fragments: that do not exist",
    "refused",
    () => `query NEW { ${CANDIDATE} { ${repeat(500, (i) => `...F${i}`)} } }`,
  ),
  query(
    "fragments: on types that do not exist",
    "refused",
    () => `query NEW { ${CANDIDATE} { ${repeat(500, (i) => `... on T${i} { id }`)} } }`,
  ),
  query(
    "fragments: all of one name",
    "refused",
    () => `query NEW { ${CANDIDATE} { ...F } } ${repeat(50, () => "fragment F on Candidate { id }")}`,
  ),
];

export const CONFLICTS: Kind[] = [
  query(
    "conflicts: one name for a thousand fields",
    "refused",
    () => `query NEW { ${CANDIDATE} { ${repeat(1_000, (i) => `x: ${i % 2 ? "id" : "birthDate"}`)} } }`,
  ),
  query(
    "conflicts: different arguments",
    "refused",
    () => `query NEW { ${repeat(500, (i) => `candidate(id: "${i}") { id }`)} }`,
  ),
  query(
    "conflicts: the same field two thousand times",
    "refused",
    () => `query NEW { ${CANDIDATE} { ${repeat(2_000, () => "id")} } }`,
  ),
  query(
    "conflicts: between many fragments",
    "refused",
    () =>
      `query NEW { ${CANDIDATE} { ${repeat(55, (i) => `...F${i}`)} } } ${repeat(55, (i) => `fragment F${i} on Candidate { ${repeat(20, (f) => `f${f}: id`)} }`)}`,
  ),
  query(
    "conflicts: under merged parents",
    "refused",
    () =>
      `query NEW { ${CANDIDATE} { ${repeat(200, (i) => `household { members { role } h${i}: size }`)} } }`,
  ),
  query(
    "conflicts: deep under merged parents",
    "refused",
    () =>
      `query NEW { ${repeat(40, (i) => `${CANDIDATE} { household { members { candidate { household { x: ${i % 2 ? "size" : "openedOn"} } } } } }`)} }`,
  ),
  query(
    "conflicts: a pair in every place",
    "refused",
    () =>
      `query NEW { ${repeat(18, () => `${CANDIDATE} { ${repeat(18, () => "household { members { role ageGroup } }")} }`)} }`,
  ),
];
