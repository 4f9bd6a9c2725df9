/** Whether what a subgraph sent is an answer: the query plan counts on its shape. */
import type { GraphQLDataSource } from "@apollo/gateway";
import type { GraphQLFormattedError } from "graphql";
import type { GatewayContext } from "./context.ts";

export type ProcessOptions = Parameters<GraphQLDataSource<GatewayContext>["process"]>[0];
export type SubgraphResponse = Awaited<ReturnType<GraphQLDataSource<GatewayContext>["process"]>>;

/** Why a subgraph's answer cannot be used; for the log only, and free of anything it said. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/**
 * The answer in `text`, if it has the shape that the query plan counts on for a question with these variables.
 * @throws {NoAnswer} when it has not.
 */
export function answerOf(text: string, variables: Readonly<Record<string, unknown>>): SubgraphResponse {
  const answer = parse(text);
  const { data, errors } = answer;
  if (errors !== undefined && !areErrors(errors)) throw new NoAnswer("NOT_GRAPHQL");
  if (!isObject(data)) {
    if (data !== undefined && data !== null) throw new NoAnswer("NOT_GRAPHQL");
    if (errors === undefined) throw new NoAnswer("NO_DATA");
  }
  const asked: unknown = variables["representations"];
  if (isObject(data) && Array.isArray(asked)) {
    const entities = data["_entities"];
    if (!Array.isArray(entities) || entities.length !== asked.length) throw new NoAnswer("ENTITIES_MISSING");
  }
  return { data: isObject(data) ? data : null, ...(errors === undefined ? {} : { errors }) };
}

function areErrors(errors: unknown): errors is GraphQLFormattedError[] {
  return (
    Array.isArray(errors) &&
    errors.length > 0 &&
    errors.every((error) => isObject(error) && typeof error["message"] === "string")
  );
}

function parse(text: string): Record<string, unknown> {
  try {
    const answer: unknown = JSON.parse(text);
    if (isObject(answer)) return answer;
  } catch {
    // Said below: what it was instead may hold anything.
  }
  throw new NoAnswer("NOT_JSON");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
