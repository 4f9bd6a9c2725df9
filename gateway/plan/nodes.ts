/** The nodes of a query plan, each compiled into the step that carries it out. */
import { fetchStep, type Step } from "./fetch.ts";
import { valuesAt, type PlanPath } from "./places.ts";
import { arePlainRequirements } from "./representations.ts";
import { arePlain, type IsOfType } from "./rewrites.ts";
import type { NodeOf, PlanNode } from "./types.ts";

/** What a node's step depends on beside the node. */
export interface Surroundings {
  isOfType: IsOfType;
  /** Whether the operation only reads. */
  isRead: boolean;
  /** What a variable is when the caller does not give it. */
  defaultOf: (variable: string) => unknown;
}

type Compiled = {
  [Kind in PlanNode["kind"]]?: (node: NodeOf<Kind>, path: PlanPath, given: Surroundings) => Step | null;
};

/** Kinds that are not here (deferred parts) are left to the stock executor. */
const KINDS: Compiled = {
  Sequence: ({ nodes }, path, given) => {
    const steps = all(nodes, path, given);
    return (
      steps &&
      (async (run, found) => {
        for (const step of steps) await step(run, found);
      })
    );
  },
  Parallel: ({ nodes }, path, given) => {
    const steps = all(nodes, path, given);
    return (
      steps &&
      (async (run, found) => {
        await Promise.all(steps.map((step) => step(run, found)));
      })
    );
  },
  Flatten: ({ node, path: further }, path, given) => {
    const step = stepOf(node, [...path, ...further], given);
    return (
      step &&
      (async (run, found) => {
        const there = valuesAt(found, further);
        if (there) await step(run, there);
      })
    );
  },
  Fetch: (node, path, { isOfType, isRead }) =>
    arePlain(node.inputRewrites) &&
    arePlain(node.outputRewrites) &&
    arePlainRequirements(node.requires ?? []) &&
    !node.contextRewrites?.length
      ? fetchStep(node, path, isOfType, isRead)
      : null,
  Condition: ({ condition, ifClause, elseClause }, path, given) => {
    const steps = [ifClause, elseClause].map((clause) => (clause ? stepOf(clause, path, given) : NOTHING));
    const [whenTrue, whenFalse] = steps;
    if (!whenTrue || !whenFalse) return null;
    return (run, found) => {
      const own = Object.hasOwn(run.variables, condition) ? run.variables[condition] : undefined;
      const value = own === undefined ? given.defaultOf(condition) : own;
      if (typeof value !== "boolean") throw new Error(`The variable $${condition} must be true or false.`);
      return (value ? whenTrue : whenFalse)(run, found);
    };
  },
};

const NOTHING: Step = () => undefined;

/** The step of `node`, whose place in the answer is `path`; null when something in it is not covered. */
export function stepOf(node: PlanNode, path: PlanPath, given: Surroundings): Step | null {
  const compile = KINDS[node.kind] as
    ((node: PlanNode, path: PlanPath, given: Surroundings) => Step | null) | undefined;
  return compile?.(node, path, given) ?? null;
}

function all(nodes: readonly PlanNode[], path: PlanPath, given: Surroundings): Step[] | null {
  const steps = nodes.map((node) => stepOf(node, path, given));
  return steps.every((step) => step !== null) ? steps : null;
}
