/** Whether what a subgraph sent is an answer: the query plan counts on its shape. */
import type { GraphQLDataSource } from "@apollo/gateway";
import type { GraphQLFormattedError } from "graphql";
import type { GatewayContext } from "./context.ts";
import { isBag } from "./plan/types.ts";

export type ProcessOptions = Parameters<GraphQLDataSource<GatewayContext>["process"]>[0];
export type SubgraphResponse = Awaited<ReturnType<GraphQLDataSource<GatewayContext>["process"]>>;

/** Why a subgraph's answer cannot be used; for the log only, and free of anything it said. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/**
 * The answer in `text`, if it has the shape that the query plan counts on.
 * @param entities how many entities were asked about; null when the question is about none
 * @throws {NoAnswer} when it has not.
 */
export function answerOf(text: string, entities: number | null): SubgraphResponse {
  const answer = parse(text);
  const { data, errors } = answer;
  if (errors !== undefined && !areErrors(errors)) throw new NoAnswer("NOT_GRAPHQL");
  if (!isBag(data)) {
    if (data !== undefined && data !== null) throw new NoAnswer("NOT_GRAPHQL");
    if (errors === undefined) throw new NoAnswer("NO_DATA");
  }
  if (isBag(data) && entities !== null) {
    const given = data["_entities"];
    if (!Array.isArray(given) || given.length !== entities) throw new NoAnswer("ENTITIES_MISSING");
    if (!given.every((entity) => entity === null || isBag(entity))) throw new NoAnswer("ENTITIES_NO_OBJECTS");
  }
  return { data: isBag(data) ? data : null, ...(errors === undefined ? {} : { errors }) };
}

function areErrors(errors: unknown): errors is GraphQLFormattedError[] {
  return (
    Array.isArray(errors) &&
    errors.length > 0 &&
    errors.every((error) => isBag(error) && typeof error["message"] === "string")
  );
}

function parse(text: string): Record<string, unknown> {
  try {
    const answer: unknown = JSON.parse(text);
    if (isBag(answer)) return answer;
  } catch {
    // Said below: what it was instead may hold anything.
  }
  throw new NoAnswer("NOT_JSON");
}
