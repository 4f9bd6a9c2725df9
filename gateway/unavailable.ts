/** The errors that stand where a subgraph's part of the answer is missing. */
import { Kind, parse, type DocumentNode, type GraphQLFormattedError, type SelectionSetNode } from "graphql";

/** What was sent to a subgraph, as far as it says which fields were asked for. */
interface Asked {
  query: string;
  /** How many entities were asked about; null when the question was about none. */
  entities: number | null;
}

/**
 * Errors with the code `SUBGRAPH_UNAVAILABLE` and the subgraph's name, one for each field asked of it (of each entity,
 * when entities were), so that a client can tell which `null` of the answer is a missing part and not an empty or
 * withheld one. Paths are relative to the query sent to the subgraph; the gateway makes them the caller's.
 * @param isSafe whether asking again cannot change anything twice; otherwise it is said how to do that
 */
export function unavailableErrors(subgraph: string, asked: Asked, isSafe = true): GraphQLFormattedError[] {
  const error = {
    message: isSafe
      ? `The part of the answer that "${subgraph}" holds is not available at the moment: try again in a minute.`
      : `Whether "${subgraph}" made the change is not known: send the same again, with the same reference, and it is made once.`,
    extensions: { code: "SUBGRAPH_UNAVAILABLE", subgraph },
  };
  const paths = pathsAsked(parse(asked.query, { noLocation: true }), asked.entities);
  return paths.length === 0 ? [error] : paths.map((path) => ({ ...error, path }));
}

function pathsAsked(document: DocumentNode, entities: number | null): (string | number)[][] {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return [];
  return fields(operation.selectionSet, document).flatMap(({ name, selections }): (string | number)[][] => {
    if (entities === null || !selections) return [[name]];
    const names = new Set(fields(selections, document).map((field) => field.name));
    return Array.from({ length: entities }, (_, index) =>
      [...names].map((field) => [name, index, field]),
    ).flat();
  });
}

interface FieldAsked {
  /** Its name in the answer. */
  name: string;
  selections: SelectionSetNode | undefined;
}

function fields(set: SelectionSetNode, document: DocumentNode): FieldAsked[] {
  return set.selections.flatMap((node): FieldAsked[] => {
    if (node.kind === Kind.INLINE_FRAGMENT) return fields(node.selectionSet, document);
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = document.definitions.find(
        (definition) =>
          definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === node.name.value,
      );
      return fragment?.kind === Kind.FRAGMENT_DEFINITION ? fields(fragment.selectionSet, document) : [];
    }
    if (node.name.value === "__typename") return [];
    return [{ name: node.alias?.value ?? node.name.value, selections: node.selectionSet }];
  });
}
