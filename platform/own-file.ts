/**
 * A person who looks at their own file sees it whole but for what professionals wrote for one another. Which fields
 * those are stands in one table of each subgraph; here they become null, by whatever path they are reached.
 */
import {
  defaultFieldResolver,
  isNonNullType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import type { Purpose, Viewer } from "./passport.ts";

/** The purpose of a person who looks at their own file. */
export const OWN_FILE: Purpose = "SELF";

type Resolver = GraphQLFieldResolver<unknown, { viewer: Viewer }>;

/**
 * Wraps the resolvers of the fields of `table`, so that they are null for the person themselves.
 * @throws {Error} when the table names what is not there, or what may not be null: it must not rot unseen
 */
export function hideFromThePerson(
  schema: GraphQLSchema,
  resolvers: Record<string, unknown>,
  table: Readonly<Record<string, readonly string[]>>,
): void {
  for (const [typeName, fields] of Object.entries(table)) {
    const type = schema.getType(typeName);
    const known = isObjectType(type) ? type.getFields() : {};
    const ofType = { ...(resolvers[typeName] as Record<string, Resolver | undefined> | undefined) };
    for (const name of fields) {
      const field = known[name];
      if (!field || isNonNullType(field.type))
        throw new Error(
          `${typeName}.${name} cannot be kept from the person: there is none, or it is never null.`,
        );
      const resolve = ofType[name] ?? defaultFieldResolver;
      ofType[name] = (root, args, context, info) =>
        context.viewer.purpose === OWN_FILE ? null : resolve(root, args, context, info);
    }
    resolvers[typeName] = ofType;
  }
}
