/** One question of a plan: asks a subgraph, for the whole or for the entities at a place, and merges what it answers. */
import { ERRORS, errorCodeDef } from "@apollo/federation-internals";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { mergeInto } from "./merge.ts";
import { placesAt, type PlanPath } from "./places.ts";
import { representer, type Represent } from "./representations.ts";
import { rewriter, type IsOfType, type Rewriter } from "./rewrites.ts";
import type { Bag, FetchNode, Question, Run } from "./types.ts";

/** Does a part of a plan on the values that were found at its place. */
export type Step = (run: Run, found: unknown) => Promise<void> | void;

interface Fetch {
  node: FetchNode;
  path: PlanPath;
  question: Question;
  /** Of what it asks about entities; absent when it asks for the whole. */
  represent: Represent | undefined;
  rewriteInput: Rewriter;
  rewriteOutput: Rewriter;
}

/** A question, with all of it as JSON that is the same for every request. */
export function questionOf(
  query: string,
  operationName: string | undefined,
  { isRead, isOfEntities }: Pick<Question, "isRead" | "isOfEntities">,
): Question {
  const name = operationName === undefined ? "" : `"operationName":${JSON.stringify(operationName)},`;
  return { query, isRead, isOfEntities, opening: `{"query":${JSON.stringify(query)},${name}"variables":` };
}

/** The step that carries out `node` at `path`. What goes wrong in it becomes an error of the answer. */
export function fetchStep(node: FetchNode, path: PlanPath, isOfType: IsOfType, isRead: boolean): Step {
  const fetch: Fetch = {
    node,
    path,
    question: questionOf(node.operation, node.operationName, {
      isRead,
      isOfEntities: node.requires !== undefined,
    }),
    represent: node.requires && representer(node.requires, isOfType),
    rewriteInput: rewriter(node.inputRewrites, isOfType),
    rewriteOutput: rewriter(node.outputRewrites, isOfType),
  };
  const carryOut = fetch.represent ? fetchEntities(fetch, fetch.represent) : fetchWhole(fetch);
  return async (run, found) => {
    const entities = (Array.isArray(found) ? (found as unknown[]) : [found]).filter(isThere);
    if (entities.length === 0) return;
    try {
      await carryOut(run, entities);
    } catch (error) {
      run.errors.push(error as Error);
    }
  };
}

type CarryOut = (run: Run, entities: Bag[]) => Promise<void>;

function fetchWhole(fetch: Fetch): CarryOut {
  return async (run, entities) => {
    const data = await send(fetch, run, variablesOf(fetch, run));
    if (!data) return;
    fetch.rewriteOutput(data);
    for (const entity of entities) mergeInto(entity, data);
  };
}

function fetchEntities(fetch: Fetch, represent: Represent): CarryOut {
  return async (run, entities) => {
    const representations: Bag[] = [];
    const represented: Bag[] = [];
    for (const entity of entities) {
      const representation = represent(entity);
      if (!representation?.["__typename"]) continue;
      fetch.rewriteInput(representation);
      representations.push(representation);
      represented.push(entity);
    }
    if (representations.length === 0) return;
    const variables = variablesOf(fetch, run);
    if ("representations" in variables)
      throw new GraphQLError("No variable can be called $representations here: give it another name.", {
        extensions: { code: "BAD_USER_INPUT" },
      });
    variables["representations"] = representations;
    const data = await send(fetch, run, variables);
    if (!data) return;
    const received: unknown = data["_entities"];
    if (!Array.isArray(received)) throw new Error(`Expected "data._entities" in response to be an array`);
    if (received.length !== representations.length)
      throw new Error(`Expected "data._entities" to contain ${representations.length} elements`);
    for (const [index, entity] of represented.entries()) {
      const one = received[index] as Bag | null;
      if (one && !one["__typename"]) one["__typename"] = entity["__typename"];
      fetch.rewriteOutput(one);
      mergeInto(entity, one);
    }
  };
}

function variablesOf({ node }: Fetch, { variables }: Run): Bag {
  const used: Bag = {};
  for (const name of node.variableUsages ?? []) {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value !== undefined) used[name] = value;
  }
  return used;
}

async function send(fetch: Fetch, run: Run, variables: Bag): Promise<Bag | null | undefined> {
  const { data, errors } = await run.ask(fetch.node.serviceName, fetch.question, variables);
  if (errors) run.errors.push(...placed(errors, fetch, run));
  return data;
}

/** The errors of a subgraph, with the places in the caller's answer that they speak of. */
function placed(
  errors: readonly GraphQLFormattedError[],
  { node, path }: Fetch,
  { root }: Run,
): GraphQLError[] {
  let places: ReturnType<typeof placesAt> | undefined;
  return errors.map((error) => {
    const [, index, ...rest] = error.path ?? [];
    if (!node.requires || typeof index !== "number") {
      const whole = error.path && [...path, ...error.path];
      return publicForm(error, node.serviceName, whole);
    }
    places ??= placesAt(root, path);
    return publicForm(error, node.serviceName, [...(places[index] ?? []), ...rest]);
  });
}

function publicForm(
  error: GraphQLFormattedError,
  serviceName: string,
  path: readonly (string | number)[] | undefined,
): GraphQLError {
  const message = error.message || `Error while fetching subquery from service "${serviceName}"`;
  const { extensions } = error;
  // What came as JSON stands for the error it was, in the log.
  const originalError = error as unknown as Error;
  const options = { originalError, path: path ?? null, extensions: { ...extensions, serviceName } };
  const known = errorCodeDef(error as GraphQLError);
  if (!known && extensions?.["code"]) return new GraphQLError(message, options);
  return (known ?? ERRORS.DOWNSTREAM_SERVICE_ERROR).err(message, options);
}

function isThere(value: unknown): value is Bag {
  return value !== null && value !== undefined;
}
