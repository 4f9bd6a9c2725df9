/** Which values a leaf of the graph may have. */
import { isEnumType, type EnumType, type ScalarType } from "@apollo/federation-internals";

/** The rules of GraphQL's own scalars; any value will do for those that the graph adds, which only partners can judge. */
const RULES: Record<string, (value: unknown) => boolean> = {
  Boolean: (value) => typeof value === "boolean",
  Int: isWhole,
  ID: (value) => typeof value === "string" || isWhole(value),
  String: (value) => typeof value === "string",
  Float: (value) => typeof value === "number" && Number.isFinite(value),
};

/** A function that tells whether a value that is not null is one of `type`. */
export function leafRule(type: ScalarType | EnumType): (value: unknown) => boolean {
  if (!isEnumType(type)) return RULES[type.name] ?? (() => true);
  const names = new Set<unknown>(type.values.map(({ name }) => name));
  return (value) => names.has(value);
}

/** From 1e21 on a number is no longer written as a whole one. */
function isWhole(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) < 1e21;
}
