/** Which partner a part of an answer comes from, by the plan: asked only when something in it is not as it must be. */
import { Kind, parse, type DocumentNode, type SelectionSetNode } from "graphql";
import type { PlanPath } from "./places.ts";
import type { AnyPlanNode, FetchNode, QueryPlan } from "./types.ts";

interface Placed {
  node: FetchNode;
  path: PlanPath;
}

/**
 * A function that names the subgraph that is asked for what stands at a place of the answer; undefined when no question
 * of the plan names that place as the answer does.
 */
export function partnerOf(plan: QueryPlan): (path: PlanPath) => string | undefined {
  const fetches = plan.node ? fetchesIn(plan.node, []) : [];
  const known = new Map<string, string | undefined>();
  return (path) => {
    // What is true of one element of a list is true of the others.
    const names = path.filter((step): step is string => typeof step === "string");
    const key = names.join(".");
    if (!known.has(key)) known.set(key, fetches.find((fetch) => asks(fetch, names))?.node.serviceName);
    return known.get(key);
  };
}

function fetchesIn(node: AnyPlanNode, path: PlanPath): Placed[] {
  switch (node.kind) {
    case "Fetch":
      return [{ node, path }];
    case "Flatten":
      return fetchesIn(node.node, [...path, ...node.path]);
    case "Sequence":
    case "Parallel":
      return node.nodes.flatMap((each) => fetchesIn(each, path));
    case "Condition":
      return [node.ifClause, node.elseClause].flatMap((clause) => (clause ? fetchesIn(clause, path) : []));
    default:
      return [];
  }
}

function asks({ node, path }: Placed, names: readonly string[]): boolean {
  const before = path.filter((step) => step !== "@");
  if (before.length >= names.length || before.some((step, index) => step !== names[index])) return false;
  const document = parse(node.operation, { noLocation: true });
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const rest = names.slice(before.length);
  return (
    operation?.kind === Kind.OPERATION_DEFINITION &&
    selects(operation.selectionSet, node.requires ? ["_entities", ...rest] : rest, document)
  );
}

function selects(
  set: SelectionSetNode,
  [first, ...rest]: readonly string[],
  document: DocumentNode,
): boolean {
  if (first === undefined) return true;
  return set.selections.some((node) => {
    if (node.kind === Kind.INLINE_FRAGMENT) return selects(node.selectionSet, [first, ...rest], document);
    if (node.kind === Kind.FRAGMENT_SPREAD)
      return document.definitions.some(
        (definition) =>
          definition.kind === Kind.FRAGMENT_DEFINITION &&
          definition.name.value === node.name.value &&
          selects(definition.selectionSet, [first, ...rest], document),
      );
    const { alias, name, selectionSet } = node;
    if ((alias ?? name).value !== first) return false;
    return rest.length === 0 || (selectionSet !== undefined && selects(selectionSet, rest, document));
  });
}
