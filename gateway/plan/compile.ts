/**
 * Compiles a query plan with its operation into one function: what the stock executor works out anew for each request
 * is worked out once. It does what that one does; for what it does not cover it is not made at all.
 */
import type { Operation, SelectionSet } from "@apollo/federation-internals";
import { GraphQLError } from "graphql";
import type { Step } from "./fetch.ts";
import { stepOf } from "./nodes.ts";
import type { IsOfType } from "./rewrites.ts";
import { shaper, type Shape } from "./shape.ts";
import { isEverywhere, type Ask, type Bag, type ExecutionResult, type QueryPlan, type Run } from "./types.ts";

/** Runs a plan for one request. */
export type RunPlan = (ask: Ask, variables: Readonly<Bag>) => Promise<ExecutionResult>;

/**
 * The function that carries out `plan` and shapes the answer to `operation`; null for what is left to the stock
 * executor: introspection, deferred parts, and names that every object has.
 */
export function compilePlan(plan: QueryPlan, operation: Operation, isOfType: IsOfType): RunPlan | null {
  const { node } = plan;
  if (node?.kind === "Subscription" || !isCovered(operation.selectionSet)) return null;
  const step = node
    ? stepOf(node, [], {
        isOfType,
        isRead: operation.rootKind === "query",
        defaultOf: (name) => operation.variableDefinitions.definition(name)?.defaultValue as unknown,
      })
    : () => undefined;
  return step && runner(step, shaper(operation));
}

function runner(step: Step, shape: Shape): RunPlan {
  return async (ask, variables) => {
    const run: Run = { ask, variables, root: {}, errors: [] };
    await step(run, run.root);
    const { root, errors } = run;
    const shaped = attempt(() => shape(root, variables));
    if (shaped instanceof GraphQLError) return { errors: [shaped] };
    const { data, misfits } = shaped;
    return {
      // The stock executor does not check what came of errors, and thinks of them as errors of GraphQL.
      ...(errors.length > 0 ? { errors: errors as GraphQLError[] } : {}),
      // Where that one is silent about misfits once there are errors: what another partner said explains none of them.
      ...(misfits.length > 0 ? { extensions: { valueCompletion: misfits } } : {}),
      data,
    };
  };
}

function attempt<T>(work: () => T): T | GraphQLError {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error instanceof GraphQLError ? error : new GraphQLError(error.message, { originalError: error });
  }
}

function isCovered(set: SelectionSet): boolean {
  return set.selections().every((selection) => {
    if (selection.kind === "FragmentSelection") return isCovered(selection.selectionSet);
    const { element, selectionSet } = selection;
    return (
      !element.definition.isSchemaIntrospectionField() &&
      !isEverywhere(element.responseName()) &&
      (!selectionSet || isCovered(selectionSet))
    );
  });
}
