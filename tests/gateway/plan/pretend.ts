/** Subgraphs that answer any question with values made up for it: always the same ones for the same question. */
import type { PlanSource } from "../../../gateway/plan/planner.ts";
import type { SubgraphResponse } from "../../../gateway/subgraph-answer.ts";
import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  execute,
  GraphQLEnumType,
  GraphQLScalarType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import { Random } from "../../../local/world/random.ts";
import { spoil } from "./spoil.ts";

/** Sources of data for a plan, and what they were asked. */
export interface Pretended {
  sources: ReadonlyMap<string, PlanSource>;
  /** Every question in its order, with its variables. */
  asked: string[];
}

/**
 * Answers by the SDL of each subgraph, the same for the same `seed`.
 * @param faults how often an answer is wrong in some way, 0 to 1
 */
export class Pretence {
  readonly #schemas: ReadonlyMap<string, GraphQLSchema>;
  readonly #answers = new Map<string, string>();

  constructor(sdl: Readonly<Record<string, string>>) {
    this.#schemas = new Map(
      Object.entries(sdl).map(([name, text]) => [name, buildSubgraphSchema([{ typeDefs: parse(text) }])]),
    );
  }

  sources(seed: string, faults: number): Pretended {
    const asked: string[] = [];
    let turn = Promise.resolve();
    const answer = async (name: string, query: string, variables: object): Promise<SubgraphResponse> => {
      const question = `${seed} ${name} ${query} ${JSON.stringify(variables)}`;
      asked.push(question);
      // Every answer waits for its turn, so that answers come in the order in which they were asked for.
      turn = turn.then(() => new Promise((resolve) => setImmediate(resolve)));
      const own = turn;
      const text = await this.#answer(question, name, query, variables, faults);
      await own;
      return JSON.parse(text) as SubgraphResponse;
    };
    const sources = [...this.#schemas.keys()].map((name): [string, PlanSource] => [
      name,
      {
        ask: ({ query }, variables) => answer(name, query, variables),
        process: ({ request }) => answer(name, request.query ?? "", request.variables ?? {}),
      },
    ]);
    return { sources: new Map(sources), asked };
  }

  async #answer(
    question: string,
    name: string,
    query: string,
    variables: object,
    faults: number,
  ): Promise<string> {
    const known = this.#answers.get(question);
    if (known !== undefined) return known;
    const schema = this.#schemas.get(name);
    if (!schema) throw new Error(`There is no subgraph ${name}.`);
    const random = new Random(question);
    const result = await execute({
      schema,
      document: parse(query, { noLocation: true }),
      variableValues: variables as Record<string, unknown>,
      fieldResolver: (source: Record<string, unknown>, _args, _context, { fieldName, returnType }) =>
        source?.[fieldName] ?? madeUp(returnType, schema, random),
      typeResolver: (value: { __typename?: string }) => value.__typename,
    });
    if (result.errors) throw result.errors[0] as Error;
    const text = JSON.stringify(spoil(JSON.parse(JSON.stringify(result)) as object, random, faults));
    this.#answers.set(question, text);
    return text;
  }
}

const STANDARD: Readonly<Record<string, (random: Random) => unknown>> = {
  ID: (random) => `id-${random.int(1, 9)}`,
  Int: (random) => random.int(-3, 90),
  Float: (random) => random.int(0, 9) / 4,
  Boolean: (random) => random.chance(0.5),
};

function madeUp(type: GraphQLOutputType, schema: GraphQLSchema, random: Random): unknown {
  if (isNonNullType(type)) return present(type.ofType, schema, random);
  return random.chance(0.1) ? null : present(type, schema, random);
}

function present(type: GraphQLOutputType, schema: GraphQLSchema, random: Random): unknown {
  if (isListType(type))
    return Array.from({ length: random.int(0, 3) }, () => madeUp(type.ofType, schema, random));
  if (type instanceof GraphQLEnumType) return random.pick(type.getValues()).value;
  if (type instanceof GraphQLScalarType)
    return STANDARD[type.name]?.(random) ?? random.pick(["", "text", "2026-01-01"]);
  if (isAbstractType(type)) return { __typename: random.pick(schema.getPossibleTypes(type)).name };
  return isObjectType(type) ? {} : null;
}
