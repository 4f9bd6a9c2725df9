/** One subgraph as the query planner's source of data: pooled connections, a passport, and a plain word when it is down. */
import type { GraphQLDataSource } from "@apollo/gateway";
import type { GraphQLFormattedError } from "graphql";
import { Pool } from "undici";
import type { Log } from "../platform/log.ts";
import { PASSPORT_HEADER } from "../platform/passport.ts";
import type { GatewayContext } from "./context.ts";
import { unavailableErrors } from "./unavailable.ts";

type ProcessOptions = Parameters<GraphQLDataSource<GatewayContext>["process"]>[0];
type SubgraphResponse = Awaited<ReturnType<GraphQLDataSource<GatewayContext>["process"]>>;
type SubgraphRequest = ProcessOptions["request"];

export interface SubgraphSettings {
  name: string;
  /** The address of its GraphQL endpoint. */
  url: string;
  /** How long it may take to answer, in milliseconds. */
  timeout: number;
  log: Log;
}

/** Connections kept to one subgraph. More would only queue in its database. */
const CONNECTIONS = 64;

/** A larger answer is refused before it fills the memory, in bytes. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

/** Why a subgraph's answer cannot be used; for the log only, and free of anything it said. */
class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** A data source of our own: the stock one spends half of the gateway's time in its HTTP client, and forwards less safely. */
export class SubgraphSource implements GraphQLDataSource<GatewayContext> {
  readonly #settings: SubgraphSettings;
  readonly #path: string;
  readonly #pool: Pool;

  constructor(settings: SubgraphSettings) {
    const url = new URL(settings.url);
    this.#settings = settings;
    this.#path = `${url.pathname}${url.search}`;
    this.#pool = new Pool(url.origin, {
      connections: CONNECTIONS,
      connectTimeout: settings.timeout,
      headersTimeout: settings.timeout,
      bodyTimeout: settings.timeout,
      maxResponseSize: LARGEST_ANSWER,
    });
  }

  /**
   * What the subgraph answers. When there is no usable answer (down, slow, refused, not GraphQL): no data, and errors
   * with the code `SUBGRAPH_UNAVAILABLE` on exactly the fields that were asked of it.
   */
  async process(options: ProcessOptions): Promise<SubgraphResponse> {
    if (!("incomingRequestContext" in options))
      throw new Error("The gateway asks subgraphs only on behalf of a caller.");
    const { request, context, incomingRequestContext } = options;
    // A write is waited for even if nobody listens any more: giving up would not undo it.
    const isQuery = incomingRequestContext.operation?.operation === "query";
    try {
      const passport = await context.passport(this.#settings.name);
      return await this.#ask(request, passport, isQuery ? context.gone : undefined);
    } catch (error) {
      this.#settings.log.warn(
        {
          request: context.viewer.requestId,
          subgraph: this.#settings.name,
          reason: reasonOf(error, context),
        },
        "no usable answer from a subgraph",
      );
      return { data: null, errors: unavailableErrors(this.#settings.name, request) };
    }
  }

  /** Closes the connections once the requests under way are answered. */
  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #ask(
    request: SubgraphRequest,
    passport: string,
    gone: AbortSignal | undefined,
  ): Promise<SubgraphResponse> {
    gone?.throwIfAborted();
    const abort = new AbortController();
    const giveUp = () => abort.abort(new NoAnswer("CLIENT_GONE"));
    const timer = setTimeout(() => abort.abort(new NoAnswer("TIMEOUT")), this.#settings.timeout);
    gone?.addEventListener("abort", giveUp, { once: true });
    try {
      const { statusCode, headers, body } = await this.#pool.request({
        method: "POST",
        path: this.#path,
        // Nothing of the caller's own headers is passed on: its token must not be replayable by a partner.
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          [PASSPORT_HEADER]: passport,
        },
        body: JSON.stringify({
          query: request.query,
          operationName: request.operationName,
          variables: request.variables,
        }),
        signal: abort.signal,
      });
      const isJson = /^application\/(graphql-response\+)?json\b/i.test(String(headers["content-type"]));
      // 400 with a GraphQL answer is about the caller's own values: the gateway does not know what a Date looks like.
      if (![200, 400].includes(statusCode) || !isJson) {
        // The rest is thrown away, so that the connection can serve again.
        await body.dump();
        throw new NoAnswer(isJson ? `HTTP_${statusCode}` : "NOT_JSON");
      }
      return answerOf(await body.text(), request);
    } finally {
      clearTimeout(timer);
      gone?.removeEventListener("abort", giveUp);
    }
  }
}

/** The answer in `text`, if it has the shape that the query plan counts on. */
function answerOf(text: string, request: SubgraphRequest): SubgraphResponse {
  const answer = parse(text);
  const { data, errors } = answer;
  if (errors !== undefined && !areErrors(errors)) throw new NoAnswer("NOT_GRAPHQL");
  if (!isObject(data)) {
    if (data !== undefined && data !== null) throw new NoAnswer("NOT_GRAPHQL");
    if (errors === undefined) throw new NoAnswer("NO_DATA");
  }
  const asked: unknown = request.variables?.["representations"];
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

function reasonOf(error: unknown, context: GatewayContext): string {
  if (context.gone.aborted) return "CLIENT_GONE";
  if (error instanceof NoAnswer) return error.message;
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" ? code : "UNKNOWN";
}
