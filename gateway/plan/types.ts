/** The words of query plans, as the federation library has them. */
import type { ApolloGateway, executeQueryPlan } from "@apollo/gateway";
import type { SubgraphResponse } from "../subgraph-answer.ts";

export type QueryPlanner = NonNullable<ReturnType<ApolloGateway["__testing"]>["queryPlanner"]>;
export type QueryPlan = ReturnType<QueryPlanner["buildQueryPlan"]>;
export type AnyPlanNode = NonNullable<QueryPlan["node"]>;
export type PlanNode = Exclude<AnyPlanNode, { kind: "Subscription" }>;
export type NodeOf<K extends PlanNode["kind"]> = Extract<PlanNode, { kind: K }>;
export type FetchNode = NodeOf<"Fetch">;
export type Rewrite = NonNullable<FetchNode["outputRewrites"]>[number];
export type Requirement = NonNullable<FetchNode["requires"]>[number];
export type RequestContext = Parameters<typeof executeQueryPlan>[2];
export type ExecutionResult = Awaited<ReturnType<typeof executeQueryPlan>>;

/** Anything with properties: what came as JSON, and what is made of it. */
export type Bag = Record<string, unknown>;

/** A question that a plan asks a subgraph, the same for every request but for the variables. */
export interface Question {
  query: string;
  isRead: boolean;
  /** Whether it asks about entities, by its variable `representations`; a caller may call a variable of theirs the same. */
  isOfEntities: boolean;
  /** Query and name as JSON up to where the variables stand: the same text need not be escaped each time. */
  opening: string;
}

/** Asks one subgraph on behalf of the caller. */
export type Ask = (
  subgraph: string,
  question: Question,
  variables: Readonly<Bag>,
) => Promise<SubgraphResponse>;

/** One run of a compiled plan. */
export interface Run {
  ask: Ask;
  variables: Readonly<Bag>;
  /** Everything that was received, merged into one tree. */
  root: Bag;
  errors: Error[];
}

export function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Whether every object has a property of that name. Names of an operation that are none such can be read and written
 * without asking each time whether the property is the object's own; operations with others are left to the stock executor.
 */
export function isEverywhere(name: string): boolean {
  return name in Object.prototype;
}
