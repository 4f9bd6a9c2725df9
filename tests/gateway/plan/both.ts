/** One operation carried out by the stock executor and by ours, on the same answers of the same subgraphs. */
import { ApolloGateway, buildOperationContext, executeQueryPlan } from "@apollo/gateway";
import { operationFromDocument } from "@apollo/federation-internals";
import { GraphQLError, parse, validate, type GraphQLSchema } from "graphql";
import { compilePlan } from "../../../gateway/plan/compile.ts";
import { typeTest } from "../../../gateway/plan/type-test.ts";
import type { ExecutionResult, QueryPlanner, RequestContext } from "../../../gateway/plan/types.ts";
import type { Pretence, Pretended } from "./pretend.ts";

export interface Carried {
  /** The answer as text: what must be equal, byte by byte. */
  answer: string;
  asked: readonly string[];
}

export interface Both {
  stock: Carried;
  /** Null when the operation is left to the stock executor. */
  ours: Carried | null;
}

/** A graph on which operations are planned, and carried out in both ways. */
export class TwoWays {
  readonly schema: GraphQLSchema;
  readonly #planner: QueryPlanner;
  readonly #supergraphSchema: GraphQLSchema;
  readonly #pretence: Pretence;

  private constructor(schema: GraphQLSchema, planner: QueryPlanner, pretence: Pretence) {
    this.schema = schema;
    this.#planner = planner;
    this.#supergraphSchema = planner.supergraph.schema.toGraphQLJSSchema();
    this.#pretence = pretence;
  }

  static async on(supergraphSdl: string, pretence: Pretence): Promise<TwoWays> {
    const gateway = new ApolloGateway({
      supergraphSdl,
      buildService: () => ({ process: () => Promise.reject(new Error("Nobody asks here.")) }),
    });
    const { schema } = await gateway.load();
    const { queryPlanner } = gateway.__testing();
    await gateway.stop();
    if (!queryPlanner) throw new Error("There is no planner.");
    return new TwoWays(schema, queryPlanner, pretence);
  }

  /** Whether `text` is an operation of the graph. */
  knows(text: string): boolean {
    return validate(this.schema, parse(text)).length === 0;
  }

  /** Carries `text` out once for each of `seeds`, each with other answers; `faults` of them wrong. */
  async carryOut(
    text: string,
    variables: Readonly<Record<string, unknown>>,
    seeds: readonly string[],
    faults: number,
  ): Promise<Both[]> {
    const document = parse(text);
    const api = this.#planner.supergraph.apiSchema();
    const plan = this.#planner.buildQueryPlan(operationFromDocument(api, document));
    const run = compilePlan(plan, operationFromDocument(api, document), typeTest(this.#supergraphSchema));
    const operation = buildOperationContext({ schema: this.schema, operationDocument: document });
    const isRead = operation.operation.operation === "query";
    const both: Both[] = [];
    for (const seed of seeds) {
      const stock = this.#pretence.sources(seed, faults);
      const request = { request: { variables }, context: {}, metrics: {}, operation: operation.operation };
      const stockAnswer = await told(stock, () =>
        executeQueryPlan(
          plan,
          Object.fromEntries(stock.sources),
          request as unknown as RequestContext,
          operation,
          this.#supergraphSchema,
          api,
        ),
      );
      const own = this.#pretence.sources(seed, faults);
      const ours = run
        ? await told(own, () =>
            run((subgraph, question, used) => {
              const sent = JSON.parse(`${question.opening}{}}`) as { query: string };
              if (question.isRead !== isRead || sent.query !== question.query)
                throw new Error("The question is not what is sent.");
              const source = own.sources.get(subgraph);
              if (!source) throw new Error(`There is no subgraph ${subgraph}.`);
              return source.ask(question, used, {} as never);
            }, variables),
          )
        : null;
      both.push({ stock: stockAnswer, ours });
    }
    return both;
  }
}

async function told({ asked }: Pretended, work: () => Promise<ExecutionResult>): Promise<Carried> {
  const answer = await work().then(text, () => "It failed as a whole.");
  return { answer, asked };
}

function text({ data, errors, extensions }: ExecutionResult): string {
  // Where nothing could be answered the sentence is for the log only.
  if (data === undefined) return `No answer, and ${errors?.length} errors.`;
  return JSON.stringify({ errors: errors?.map(errorText), data, extensions });
}

function errorText(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return "an error that is none of GraphQL's";
  return { ...error.toJSON(), extensions: error.extensions };
}
