/** Selections made from the schema itself, so that a test over "every list" stays one over every list. */
import {
  getNamedType,
  isEnumType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from "graphql";

/**
 * What can be asked of a type without arguments: its plain fields, and those of the objects it leads to down to
 * `depth`. Lists by page give their nodes. A type that is being selected is not entered again.
 */
export function selectionOf(type: GraphQLObjectType, depth: number, path: readonly string[] = []): string {
  if (isConnection(type))
    return `{ nodes ${selectionOf(nodeOf(type), depth, path)} pageInfo { hasNextPage } }`;
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    const named = getNamedType(field.type);
    if (isLeafType(named)) return [field.name];
    if (!isObjectType(named) || depth === 0) return [];
    const target = isConnection(named) ? nodeOf(named) : named;
    if ([...path, type.name].includes(target.name)) return [];
    const inner = selectionOf(named, depth - 1, [...path, type.name]);
    return inner === "{ __typename }" ? [] : [`${field.name} ${inner}`];
  });
  return `{ ${fields.length > 0 ? fields.join(" ") : "__typename"} }`;
}

/** Whether the type is a page of a list. */
export function isConnection(type: GraphQLObjectType): boolean {
  return type.name.endsWith("Connection");
}

/** The type of what a page lists. */
export function nodeOf(connection: GraphQLObjectType): GraphQLObjectType {
  return getNamedType(connection.getFields()["nodes"]?.type) as GraphQLObjectType;
}

/** The object type that a field leads to; null for a plain value. */
export function objectOf(field: GraphQLField<unknown, unknown>): GraphQLObjectType | null {
  const named = getNamedType(field.type);
  return isObjectType(named) && !isEnumType(named) ? named : null;
}
