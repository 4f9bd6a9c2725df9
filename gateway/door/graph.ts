/** The door of the graph, GraphQL over HTTP: read, recognise, count, hold to the limits, wait for a turn, run, answer. */
import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { OperationTypeNode } from "graphql";
import type { Recognised } from "../authenticate.ts";
import type { GatewayContext } from "../context.ts";
import type { Limiter } from "../limits/limiter.ts";
import type { Observation } from "../observe/observation.ts";
import { pointsOf, REFUSED_POINTS, type Rate } from "../rate/rate.ts";
import type { ClientTurns } from "../rate/client-turns.ts";
import { Refusal } from "../refusal.ts";
import { REQUEST_ID_HEADER } from "../request-id.ts";
import type { Operations } from "../trusted/operations.ts";
import { answerType, type AnswerType } from "./media-type.ts";
import type { Entrance } from "./entrance.ts";
import { graphRequest } from "./request.ts";
import { SharedReads } from "./shared-reads.ts";

export interface Door {
  apollo: ApolloServer<GatewayContext>;
  entrance: Entrance;
  contextOf: (viewer: Recognised, request: FastifyRequest, reply: FastifyReply) => GatewayContext;
  limiter: Limiter;
  rate: Rate;
  turns: ClientTurns;
  operations: Operations;
}

/** What is answered, before the form in which it is sent. */
interface Answered {
  /** As JSON. */
  text: string;
  hasData: boolean;
  /** The status that HTTP has for it, when it is a special one. */
  status: number | undefined;
  /** The operation's name for the log. */
  operation: FastifyRequest["operation"];
  /** What was seen of it. */
  seen: Observation;
}

/** Adds `GET` and `POST /graphql`. */
export function registerDoor(app: FastifyInstance, door: Door): void {
  const reads = new SharedReads<Answered>();
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    exposeHeadRoute: false,
    onRequest: door.entrance.admit,
    handler: async (request, reply) => carryOut(door, reads, door.entrance.viewerOf(request), request, reply),
  });
  app.route({
    method: ["HEAD", "PUT", "PATCH", "DELETE"],
    url: "/graphql",
    handler: () => {
      throw new Refusal("METHOD_NOT_ALLOWED", "The graph is asked by GET or POST.", {
        headers: { allow: "GET, POST" },
      });
    },
  });
}

async function carryOut(
  door: Door,
  reads: SharedReads<Answered>,
  viewer: Recognised,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const type = answerType(request.headers.accept);
  if (!type)
    throw new Refusal(
      "NOT_ACCEPTABLE",
      "Answers are application/graphql-response+json or application/json: name one of them in the header accept.",
    );
  const { asked, isRead } = await admit(door, viewer, request, reply);
  const context = door.contextOf(viewer, request, reply);
  const run = async (gone: AbortSignal): Promise<Answered> => {
    const endTurn = await door.turns.take(viewer.subject, gone);
    try {
      const { body, http } = await door.apollo.executeOperation(asked, {
        contextValue: { ...context, gone },
      });
      if (body.kind !== "single") throw new Error("The graph answers in one piece.");
      const { data, errors, extensions } = body.singleResult;
      const text = JSON.stringify({ errors, data, extensions });
      const { operation } = request;
      return { text, hasData: data !== undefined, status: http.status, operation, seen: context.seen };
    } finally {
      endTurn();
    }
  };
  const key = isRead ? shareKey(request, viewer, asked) : null;
  const { answer, isJoined } =
    key === null
      ? { answer: await run(context.gone), isJoined: false }
      : await reads.join(key, context.gone, run);
  const { text, hasData, status, operation, seen } = answer;
  request.operation = operation;
  if (isJoined) context.seen.joined(seen);
  return reply
    .code(statusOf(type, hasData, status))
    .header("content-type", `${type}; charset=utf-8`)
    .send(text);
}

/** What is to be asked, as Apollo Server takes it. */
interface Operation {
  query: string;
  operationName?: string;
  variables: Record<string, unknown>;
}

/**
 * What two reads must have in common to be answered together: the token, the purpose, and every word of the question.
 * Null for a request that brings an id of its own, since what it discloses must be found under that id.
 */
function shareKey({ headers, id }: FastifyRequest, { purpose }: Recognised, asked: Operation): string | null {
  if (headers[REQUEST_ID_HEADER] === id) return null;
  const { query, operationName, variables } = asked;
  return JSON.stringify([headers.authorization, purpose, operationName, variables, query]);
}

/** What is to be run, after everything that can refuse it. A refusal costs points too. */
async function admit(
  door: Door,
  viewer: Recognised,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ asked: Operation; isRead: boolean }> {
  try {
    const read = graphRequest(request);
    const query = await door.operations.resolve(viewer, read);
    const { operationName, variables } = read;
    const { operation, cost, planning } = door.limiter.admit({ query, operationName, variables });
    const isRead = operation.operation === OperationTypeNode.QUERY;
    if (request.method === "GET" && !isRead)
      throw new Refusal("METHOD_NOT_ALLOWED", "GET only reads: send a mutation by POST.", {
        headers: { allow: "POST" },
      });
    void reply.headers(await door.rate.spend(viewer, pointsOf(cost)));
    await door.rate.plan(viewer, planning);
    door.operations.remember(read);
    const asked = { query, variables, ...(operationName === undefined ? {} : { operationName }) };
    return { asked, isRead };
  } catch (error) {
    if (error instanceof Refusal && error.code !== "RATE_LIMITED")
      await door.rate.spend(viewer, REFUSED_POINTS);
    throw error;
  }
}

/**
 * The status of an answer. One that holds no data was refused before it ran: the newer media type says so by a
 * status, the older one says 200 to every request in good order.
 */
function statusOf(type: AnswerType, ran: boolean, given: number | undefined): number {
  if (ran) return 200;
  if (given !== undefined && given >= 500) return given;
  return type === "application/json" ? 200 : 400;
}
