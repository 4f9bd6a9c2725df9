/** The scalars of the graph, the same in every subgraph. */
import { GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTimeISO, GraphQLLocalDate } from "graphql-scalars";

/** A day, `2026-11-21`. */
export const DateScalar = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  name: "Date",
  description: "A day, as `2026-11-21`.",
  specifiedByURL: null,
});

/** A moment, in ISO 8601 with its offset. */
export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: "DateTime",
  description: "A moment in ISO 8601 with its offset, as `2026-11-21T14:30:00Z`.",
  specifiedByURL: null,
});

const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** A date that a person knows only in part: `1987`, `1987-05` or `1987-05-21`. */
export const PartialDateScalar = new GraphQLScalarType<string, string>({
  name: "PartialDate",
  description: "A date known in whole or in part: `1987`, `1987-05` or `1987-05-21`.",
  serialize: parsePartialDate,
  parseValue: parsePartialDate,
  parseLiteral: (node) => parsePartialDate(node.kind === Kind.STRING ? node.value : undefined),
});

function parsePartialDate(value: unknown): string {
  if (typeof value === "string" && PARTIAL_DATE.test(value)) return value;
  throw new TypeError("A partial date is written 1987, 1987-05 or 1987-05-21.");
}
