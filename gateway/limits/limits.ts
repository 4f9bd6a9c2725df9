/** The limits of a request, one line each: what is counted, how many are allowed, and what a refusal is called. */
import { z } from "zod";

interface Limit {
  /** The environment's variable that sets it. */
  variable: string;
  /** The code of the refusal. */
  code: string;
  /** What is allowed unless the variable says otherwise. */
  fallback: number;
  /** What is counted, as in "at most 16 levels of fields". */
  counts: string;
  /** What the caller can do about it. */
  remedy: string;
}

/** In the order in which they are looked at: what is cheap to count comes first, and guards what comes after. */
export const LIMITS = {
  bodyKilobytes: {
    variable: "MAX_BODY_KILOBYTES",
    code: "PAYLOAD_TOO_LARGE",
    fallback: 256,
    counts: "kilobytes in the body of a request",
    remedy: "ask for less at once",
  },
  documentKilobytes: {
    variable: "MAX_DOCUMENT_KILOBYTES",
    code: "DOCUMENT_TOO_LARGE",
    fallback: 64,
    counts: "kilobytes in the document",
    remedy: "send values as variables, and ask for less at once",
  },
  variableDepth: {
    variable: "MAX_VARIABLE_DEPTH",
    code: "VARIABLES_TOO_DEEP",
    fallback: 12,
    counts: "levels in the variables, or in a value in the document",
    remedy: "send flatter values",
  },
  variableValues: {
    variable: "MAX_VARIABLE_VALUES",
    code: "TOO_MANY_VARIABLE_VALUES",
    fallback: 5_000,
    counts: "values in the variables",
    remedy: "send them in several requests",
  },
  tokens: {
    variable: "MAX_TOKENS",
    code: "TOO_MANY_TOKENS",
    fallback: 2_000,
    counts: "words and signs in the document",
    remedy: "ask for less at once",
  },
  operations: {
    variable: "MAX_OPERATIONS",
    code: "TOO_MANY_OPERATIONS",
    fallback: 20,
    counts: "operations in the document",
    remedy: "send those that are not meant another time",
  },
  fragments: {
    variable: "MAX_FRAGMENTS",
    code: "TOO_MANY_FRAGMENTS",
    fallback: 60,
    counts: "fragments in the document",
    remedy: "write some of them out",
  },
  variables: {
    variable: "MAX_VARIABLES",
    code: "TOO_MANY_VARIABLES",
    fallback: 100,
    counts: "variables in one operation",
    remedy: "put them into an input",
  },
  arguments: {
    variable: "MAX_ARGUMENTS",
    code: "TOO_MANY_ARGUMENTS",
    fallback: 30,
    counts: "arguments of one field",
    remedy: "send those that the field has, each once",
  },
  spreads: {
    variable: "MAX_SPREADS",
    code: "TOO_MANY_SPREADS",
    fallback: 200,
    counts: "fragments that are spread or stand inline, with fragments written out",
    remedy: "write some of them out",
  },
  directives: {
    variable: "MAX_DIRECTIVES",
    code: "TOO_MANY_DIRECTIVES",
    fallback: 50,
    counts: "directives, with fragments written out",
    remedy: "leave out what is never asked",
  },
  depth: {
    variable: "MAX_DEPTH",
    code: "TOO_DEEP",
    fallback: 16,
    counts: "levels of fields",
    remedy: "ask for the inner part by its own id",
  },
  fields: {
    variable: "MAX_FIELDS",
    code: "TOO_MANY_FIELDS",
    fallback: 2_500,
    counts: "fields, with fragments written out",
    remedy: "ask for fewer fields at once",
  },
  objects: {
    variable: "MAX_OBJECTS",
    code: "TOO_MANY_OBJECTS",
    fallback: 400,
    counts: "fields with fields of their own, with fragments written out",
    remedy: "ask for fewer parts at once",
  },
  aliases: {
    variable: "MAX_ALIASES",
    code: "TOO_MANY_ALIASES",
    fallback: 100,
    counts: "aliases, with fragments written out",
    remedy: "ask for fewer of the same thing at once",
  },
  rootFields: {
    variable: "MAX_ROOT_FIELDS",
    code: "TOO_MANY_ROOT_FIELDS",
    fallback: 30,
    counts: "fields at the root of an operation",
    remedy: "send several requests",
  },
  repeats: {
    variable: "MAX_REPEATS",
    code: "TOO_MANY_REPEATS",
    fallback: 20,
    counts: "times the same field or the same fragment in one place",
    remedy: "ask for each thing once",
  },
  pageSize: {
    variable: "MAX_PAGE_SIZE",
    code: "PAGE_TOO_LARGE",
    fallback: 100,
    counts: "rows in a page (`first`)",
    remedy: "ask for the pages one after the other",
  },
  cost: {
    variable: "MAX_COST",
    code: "TOO_COSTLY",
    fallback: 50_000,
    counts: "objects that the answer may hold, pages and lists counted in full",
    remedy: "ask for smaller pages, or for fewer lists inside lists",
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
export type LimitCode = (typeof LIMITS)[LimitName]["code"];
export type Limits = Readonly<Record<LimitName, number>>;
type LimitVariable = (typeof LIMITS)[LimitName]["variable"];

const NAMES = Object.keys(LIMITS) as LimitName[];

/** The variables of the environment that set the limits. */
export const limitShape = Object.fromEntries(
  NAMES.map((name) => [
    LIMITS[name].variable,
    z.coerce.number().int().min(1).max(1_000_000_000).default(LIMITS[name].fallback),
  ]),
) as unknown as Record<LimitVariable, z.ZodType<number>>;

/** The limits that the environment sets. */
export function limitsOf(env: Readonly<Record<LimitVariable, number>>): Limits {
  return Object.fromEntries(NAMES.map((name) => [name, env[LIMITS[name].variable]])) as Limits;
}
