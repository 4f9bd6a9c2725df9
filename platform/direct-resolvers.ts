/**
 * Field resolvers called as they are. type-graphql puts a function around each that gathers what is asked for, sorts the
 * method's parameters, copies the parent into its class and looks for promises among the values: for each field of each
 * person of a list, and with the same result every time.
 */
import type { GraphQLFieldResolver } from "graphql";
import { getMetadataStorage, type ClassType } from "type-graphql";

type Resolve = GraphQLFieldResolver<unknown, unknown>;
type Method = (this: unknown, ...values: unknown[]) => unknown;
type Pick = (root: unknown, context: unknown, info: unknown) => unknown;

/** What a method's parameter is given; what is not here (arguments, parts of the parent) stays type-graphql's. */
const PICKS: Readonly<Record<string, Pick>> = {
  root: (root) => root,
  context: (_, context) => context,
  info: (_, __, info) => info,
};

/** As many parameters as are handed over. */
const MOST_PARAMETERS = 3;

/**
 * Replaces, in a map of resolvers by type and field, those that are methods of `classes` with neither arguments nor
 * middleware. Parents are handed over as they are, and not as instances of their class: our types have no methods.
 */
export function callDirectly(resolvers: Record<string, unknown>, classes: readonly ClassType[]): void {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  const nameOf = new Map<unknown, string>(objectTypes.map(({ target, name }) => [target, name]));
  const instances = new Map(classes.map((each) => [each as unknown, new each() as object]));
  for (const { target, methodName, schemaName, params = [], middlewares = [], ...rest } of fieldResolvers) {
    const instance = instances.get(target) as Record<string, Method> | undefined;
    const type = nameOf.get(rest.resolverClassMetadata?.getObjectType());
    const fields = type === undefined ? undefined : (resolvers[type] as Record<string, Resolve> | undefined);
    const method = instance?.[methodName];
    const picks = params.toSorted((one, other) => one.index - other.index).map(({ kind }) => PICKS[kind]);
    const isPlain =
      picks.length <= MOST_PARAMETERS &&
      params.every((each) => PICKS[each.kind] && !("propertyName" in each && each.propertyName));
    if (fields?.[schemaName] && method && isPlain && middlewares.length === 0)
      fields[schemaName] = calling(method, instance, picks as Pick[]);
  }
}

function calling(method: Method, instance: unknown, [first, second, third]: Pick[]): Resolve {
  return (root, _, context, info) =>
    method.call(
      instance,
      first?.(root, context, info),
      second?.(root, context, info),
      third?.(root, context, info),
    );
}
