/**
 * Plans operations by the federation library's planner, keeps the plans compiled, and carries them out: as the stock
 * gateway does, for a fraction of its time.
 */
import { buildOperationContext, executeQueryPlan, type GraphQLDataSource } from "@apollo/gateway";
import { operationFromDocument } from "@apollo/federation-internals";
import { getVariableValues, type DocumentNode, type GraphQLError, type GraphQLSchema } from "graphql";
import type { GatewayContext } from "../context.ts";
import { Kept } from "../limits/kept.ts";
import type { Planner } from "../planning/planner.ts";
import type { SubgraphResponse } from "../subgraph-answer.ts";
import { compilePlan, type RunPlan } from "./compile.ts";
import { partnerOf } from "./partner-of.ts";
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
  /** Its text. */
  source: string;
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

/** How many plans are kept at most, whatever their size. */
const MOST_PLANS = 50_000;

export interface PlanSettings {
  sources: ReadonlyMap<string, PlanSource>;
  /** Makes plans beside the requests; what it leaves undone is planned here. */
  planner: Planner;
  /** How much memory the plans that are kept may take, in megabytes. */
  planMegabytes: number;
}

export class Plans {
  readonly #settings: PlanSettings;
  #generation: Generation | undefined;

  constructor(settings: PlanSettings) {
    this.#settings = settings;
  }

  /** From now on operations are planned by `planner`, on the graph that is `apiSchema` to callers. */
  use(planner: QueryPlanner, apiSchema: GraphQLSchema): void {
    const supergraphSchema = planner.supergraph.schema.toGraphQLJSSchema();
    this.#generation = {
      planner,
      apiSchema,
      supergraphSchema,
      isOfType: typeTest(supergraphSchema),
      kept: new Kept(MOST_PLANS, this.#settings.planMegabytes * 2 ** 20),
    };
  }

  /** How many plans are kept. */
  get size(): number {
    return this.#generation?.kept.count ?? 0;
  }

  /** Carries out an operation for a caller: the executor that Apollo Server is given. */
  async execute(request: RequestContext): Promise<ExecutionResult> {
    // One that was begun on a supergraph ends on it.
    const generation = this.#now();
    const { document, queryHash, source, request: given } = request;
    const asked = { document, queryHash, source, operationName: given.operationName };
    const context = request.context as GatewayContext;
    const variables: Readonly<Bag> = given.variables ?? {};
    const known = generation.kept.get(keyOf(asked));
    const operation = known?.operation ?? contextOf(generation, asked);
    const wrong = wrongVariables(operation, variables);
    if (wrong) return { errors: wrong };
    const planned = known ?? (await this.#plan(generation, asked, operation));
    context.seen.planned(planned.plan, !known);
    const result = await (planned.run
      ? planned.run((subgraph, ...question) => this.#source(subgraph).ask(...question, context), variables)
      : this.#runStock(generation, planned, request));
    return withPartners(result, planned.plan);
  }

  #now(): Generation {
    if (!this.#generation) throw new Error("There is no supergraph yet.");
    return this.#generation;
  }

  /** @throws {GraphQLError} when the operation takes too long to plan, or too many others wait for that */
  async #plan(generation: Generation, asked: Plannable, operation: OperationContext): Promise<Planned> {
    const { planner, isOfType, kept } = generation;
    const schema = planner.supergraph.apiSchema();
    const { operationName, source } = asked;
    const read = () =>
      operationFromDocument(schema, asked.document, operationName === undefined ? {} : { operationName });
    const made = await this.#settings.planner.plan(keyOf(asked), { source, operationName });
    // What was made for the graph that came meanwhile is of no use to a request that began on this one.
    const plan = (generation === this.#generation && made) || planner.buildQueryPlan(read());
    // The planner may leave marks in the operation it was given: what shapes answers reads one of its own.
    const planned = { plan, operation, run: compilePlan(plan, read(), isOfType) };
    kept.set(keyOf(asked), planned, JSON.stringify(plan).length);
    return planned;
  }

  #source(subgraph: string): PlanSource {
    const source = this.#settings.sources.get(subgraph);
    if (!source) throw new Error(`Couldn't find service with name "${subgraph}"`);
    return source;
  }

  #runStock(generation: Generation, { plan, operation }: Planned, request: RequestContext) {
    const { supergraphSchema, planner } = generation;
    const services = Object.fromEntries(this.#settings.sources);
    const schema = planner.supergraph.apiSchema();
    return executeQueryPlan(plan, services, request, operation, supergraphSchema, schema);
  }
}

/** The result, with the partner's name beside what does not fit the graph. */
function withPartners(result: ExecutionResult, plan: QueryPlan): ExecutionResult {
  const misfits: unknown = result.extensions?.["valueCompletion"];
  if (!Array.isArray(misfits)) return result;
  const partner = partnerOf(plan);
  const valueCompletion = (misfits as GraphQLError[]).map(({ message, path = [] }) => ({
    message,
    path,
    subgraph: partner(path),
  }));
  return { ...result, extensions: { ...result.extensions, valueCompletion } };
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
