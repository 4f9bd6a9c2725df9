/** Inputs for any field of the graph: of the right kind, and about nothing there is. */
import { randomUUID } from "node:crypto";
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
} from "graphql";

/** A value of the right kind that names nothing there is. */
export function plausible(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [plausible(nullable.ofType)];
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) {
    return Object.fromEntries(
      Object.values(named.getFields()).map((field) => [field.name, plausible(field.type)]),
    );
  }
  const values: Record<string, unknown> = {
    ID: randomUUID(),
    String: "x",
    Int: 1,
    Float: 1,
    Boolean: true,
    Date: "2026-01-15",
    DateTime: "2026-01-15T14:30:00Z",
    PartialDate: "1990",
  };
  return values[named.name];
}
