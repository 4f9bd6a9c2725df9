/** A query plan as text for the log: which subgraph is asked for what, in which order, and none of the values. */
import { Kind, parse, print, stripIgnoredCharacters, visit } from "graphql";
import type { AnyPlanNode, QueryPlan } from "../plan/types.ts";

/**
 * The plan in one line, such as `sequence(fetch(registry: {…}), parallel(flatten(candidate, fetch(fccq: {…})), …))`.
 * Values that stand in the caller's document are emptied: text becomes `""` and numbers become 0.
 */
export function planText({ node }: QueryPlan): string {
  return node ? nodeText(node) : "nothing";
}

function nodeText(node: AnyPlanNode): string {
  switch (node.kind) {
    case "Fetch":
      return `fetch(${node.serviceName}: ${withoutValues(node.operation)})`;
    case "Flatten":
      return `flatten(${node.path.join(".")}, ${nodeText(node.node)})`;
    case "Sequence":
      return `sequence(${node.nodes.map(nodeText).join(", ")})`;
    case "Parallel":
      return `parallel(${node.nodes.map(nodeText).join(", ")})`;
    case "Condition":
      return `if(${[node.ifClause, node.elseClause].flatMap((clause) => (clause ? [nodeText(clause)] : [])).join(", ")})`;
    default:
      return node.kind.toLowerCase();
  }
}

function withoutValues(operation: string): string {
  const document = visit(parse(operation, { noLocation: true }), {
    [Kind.STRING]: () => ({ kind: Kind.STRING, value: "" }),
    [Kind.INT]: () => ({ kind: Kind.INT, value: "0" }),
    [Kind.FLOAT]: () => ({ kind: Kind.FLOAT, value: "0.0" }),
  });
  return stripIgnoredCharacters(print(document));
}
