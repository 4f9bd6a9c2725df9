/**
 * Plans operations by the federation library's planner, keeps the plans compiled, and carries them out: as the stock
 * gateway does, for a fraction of its time.
 */
import { buildOperationContext, executeQueryPlan, type GraphQLDataSource } from "@apollo/gateway";
import { operationFromDocument } from "@apollo/federation-internals";
import { getVariableValues, type DocumentNode, type GraphQLSchema } from "graphql";
import type { GatewayContext } from "../context.ts";
import { Kept } from "../limits/kept.ts";
import type { SubgraphResponse } from "../subgraph-answer.ts";
import { compilePlan, type RunPlan } from "./compile.ts";
import { typeTest } from "./type-test.ts";
import type { IsOfType } from "./rewrites.ts";
import type { Bag, ExecutionResult, QueryPlan, QueryPlanner, Question, RequestContext } from "./types.ts";

/** Where a plan has its data from: asked by the compiled plan, and by the stock executor. */
export interface PlanSource extends GraphQLDataSource<GatewayContext> {
  ask: (question: Question, variables: Readonly<Bag>, context: GatewayContext) => Promise<SubgraphResponse>;
}

/** A document that is parsed and valid, and which operation of it is meant. */
export interface Plannable {
  /** The hash of its text. */
  queryHash: string;
  document: DocumentNode;
  operationName?: string | undefined;
}

type OperationContext = ReturnType<typeof buildOperationContext>;

/** An operation that is planned. */
interface Planned {
  plan: QueryPlan;
  operation: OperationContext;
  /** Null when the stock executor has to carry it out. */
  run: RunPlan | null;
}

/** One supergraph: what plans on it, and what was planned. */
interface Generation {
  planner: QueryPlanner;
  apiSchema: GraphQLSchema;
  /** With the hidden names. */
  supergraphSchema: GraphQLSchema;
  isOfType: IsOfType;
  kept: Kept<Planned>;
}

/** Plans that are kept, and how many characters of them. */
const KEPT = 4_000;
const KEPT_CHARACTERS = 32 * 1024 * 1024;

export class Plans {
  readonly #sources: ReadonlyMap<string, PlanSource>;
  #generation: Generation | undefined;

  constructor(sources: ReadonlyMap<string, PlanSource>) {
    this.#sources = sources;
  }

  /** From now on operations are planned by `planner`, on the graph that is `apiSchema` to callers. */
  use(planner: QueryPlanner, apiSchema: GraphQLSchema): void {
    const supergraphSchema = planner.supergraph.schema.toGraphQLJSSchema();
    this.#generation = {
      planner,
      apiSchema,
      supergraphSchema,
      isOfType: typeTest(supergraphSchema),
      kept: new Kept(KEPT, KEPT_CHARACTERS),
    };
  }

  /** How many plans are kept. */
  get size(): number {
    return this.#generation?.kept.entries ?? 0;
  }

  /**
   * Plans an operation before it is asked, so that its first caller does not wait for that; nothing happens when its
   * plan is kept.
   * @throws {Error} when it cannot be planned
   */
  prepare(asked: Plannable): void {
    const generation = this.#now();
    if (!generation.kept.get(keyOf(asked))) this.#plan(generation, asked, contextOf(generation, asked));
  }

  /** Carries out an operation for a caller: the executor that Apollo Server is given. */
  async execute(request: RequestContext): Promise<ExecutionResult> {
    // One that was begun on a supergraph ends on it.
    const generation = this.#now();
    const { document, queryHash, request: given } = request;
    const asked = { document, queryHash, operationName: given.operationName };
    const context = request.context as GatewayContext;
    const variables: Readonly<Bag> = given.variables ?? {};
    const known = generation.kept.get(keyOf(asked));
    const operation = known?.operation ?? contextOf(generation, asked);
    const wrong = wrongVariables(operation, variables);
    if (wrong) return { errors: wrong };
    const planned = known ?? this.#plan(generation, asked, operation);
    context.seen.planned(planned.plan, !known);
    return planned.run
      ? planned.run((subgraph, ...question) => this.#source(subgraph).ask(...question, context), variables)
      : this.#runStock(generation, planned, request);
  }

  #now(): Generation {
    if (!this.#generation) throw new Error("There is no supergraph yet.");
    return this.#generation;
  }

  #plan(generation: Generation, asked: Plannable, operation: OperationContext): Planned {
    const { planner, isOfType, kept } = generation;
    const schema = planner.supergraph.apiSchema();
    const { operationName } = asked;
    const read = () =>
      operationFromDocument(schema, asked.document, operationName === undefined ? {} : { operationName });
    const plan = planner.buildQueryPlan(read());
    // The planner may leave marks in the operation it was given: what shapes answers reads one of its own.
    const planned = { plan, operation, run: compilePlan(plan, read(), isOfType) };
    kept.set(keyOf(asked), planned, JSON.stringify(plan).length);
    return planned;
  }

  #source(subgraph: string): PlanSource {
    const source = this.#sources.get(subgraph);
    if (!source) throw new Error(`Couldn't find service with name "${subgraph}"`);
    return source;
  }

  #runStock(generation: Generation, { plan, operation }: Planned, request: RequestContext) {
    const { supergraphSchema, planner } = generation;
    const services = Object.fromEntries(this.#sources);
    const schema = planner.supergraph.apiSchema();
    return executeQueryPlan(plan, services, request, operation, supergraphSchema, schema);
  }
}

function keyOf({ queryHash, operationName = "" }: Plannable): string {
  return `${queryHash}:${operationName}`;
}

function contextOf({ apiSchema }: Generation, { document, operationName }: Plannable): OperationContext {
  return buildOperationContext({ schema: apiSchema, operationDocument: document, operationName });
}

function wrongVariables({ schema, operation }: OperationContext, variables: Readonly<Bag>) {
  if (!operation.variableDefinitions?.length) return undefined;
  return getVariableValues(schema, operation.variableDefinitions, variables).errors;
}
