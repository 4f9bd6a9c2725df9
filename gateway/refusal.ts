/** A refusal before any GraphQL is run: an HTTP status, and the same error shape that every answer has. */
import type { FastifyReply } from "fastify";
import type { SourceLocation } from "graphql";
import { answerType } from "./door/media-type.ts";
import type { LimitCode } from "./limits/limits.ts";

export type RefusalCode =
  | LimitCode
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "PURPOSE_NOT_ALLOWED"
  | "ISSUER_UNAVAILABLE"
  | "NOT_FOUND"
  | "METHOD_NOT_ALLOWED"
  | "NOT_ACCEPTABLE"
  | "BAD_REQUEST"
  | "CROSS_SITE"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "REQUEST_TIMEOUT"
  | "HEADERS_TOO_LARGE"
  | "BAD_USER_INPUT"
  | "GRAPHQL_PARSE_FAILED"
  | "OPERATION_RESOLUTION_FAILURE"
  | "FRAGMENT_CYCLE"
  | "RATE_LIMITED"
  | "PLANNING_LIMITED"
  | "OVERLOADED"
  | "OPERATION_NOT_TRUSTED"
  | "OPERATION_UNKNOWN"
  | "TRUSTED_OPERATIONS_UNAVAILABLE"
  | "PERSISTED_QUERY_NOT_FOUND"
  | "UNAVAILABLE"
  | "INTERNAL_SERVER_ERROR";

/** The statuses of the codes; what is beyond a limit, and whatever else is the request's own fault, is 400. */
const STATUS: Readonly<Partial<Record<RefusalCode, number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  PURPOSE_NOT_ALLOWED: 403,
  ISSUER_UNAVAILABLE: 503,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  CROSS_SITE: 403,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  REQUEST_TIMEOUT: 408,
  HEADERS_TOO_LARGE: 431,
  RATE_LIMITED: 429,
  PLANNING_LIMITED: 429,
  OVERLOADED: 503,
  OPERATION_NOT_TRUSTED: 403,
  TRUSTED_OPERATIONS_UNAVAILABLE: 503,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

declare module "fastify" {
  interface FastifyRequest {
    /** Why it was refused, for whoever counts. */
    refusal: RefusalCode | null;
  }
}

/**
 * What the GraphQL over HTTP specification wants answered with 200 as `application/json`: a request in good order
 * whose document is not. As `application/graphql-response+json` they are 400.
 */
const WELL_FORMED: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  "BAD_USER_INPUT",
  "GRAPHQL_PARSE_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "FRAGMENT_CYCLE",
  "PERSISTED_QUERY_NOT_FOUND",
]);

/** What else a refusal says. */
export interface Particulars {
  /** Beside the code and the request id. */
  extensions?: Readonly<Record<string, unknown>>;
  locations?: readonly SourceLocation[] | undefined;
  headers?: Readonly<Record<string, string>>;
}

/** Thrown where a request must not go on; its message is meant for the caller. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly particulars: Particulars;

  constructor(code: RefusalCode, message: string, particulars: Particulars = {}) {
    super(message);
    this.code = code;
    this.particulars = particulars;
  }
}

/** Answers with `refusal`: `{"errors":[{"message","extensions":{"code"}}]}` and the status that belongs to the code. */
export function sendRefusal(reply: FastifyReply, { code, message, particulars }: Refusal): FastifyReply {
  reply.request.refusal = code;
  const type = answerType(reply.request.headers.accept) ?? "application/json";
  const status = type === "application/json" && WELL_FORMED.has(code) ? 200 : (STATUS[code] ?? 400);
  if (code === "UNAUTHENTICATED") void reply.header("www-authenticate", "Bearer");
  // A body that was not read to its end would be read for nothing, and a connection with one cannot serve again.
  if (code === "PAYLOAD_TOO_LARGE" || code === "REQUEST_TIMEOUT") void reply.header("connection", "close");
  const { extensions, locations, headers = {} } = particulars;
  return reply
    .code(status)
    .headers(headers)
    .header("content-type", `${type}; charset=utf-8`)
    .send(
      JSON.stringify({
        errors: [
          {
            message,
            ...(locations ? { locations } : {}),
            extensions: { code, ...extensions, requestId: reply.request.id },
          },
        ],
      }),
    );
}

/** What the caller may know of an error that the web server met (a body too large, JSON that is none ...). */
export function refusalOf(error: unknown, requestId: string): Refusal {
  if (error instanceof Refusal) return error;
  const status = (error as { statusCode?: unknown }).statusCode;
  if (status === 408)
    return new Refusal("REQUEST_TIMEOUT", "The request took too long to arrive: send it again.");
  if (status === 415) return new Refusal("UNSUPPORTED_MEDIA_TYPE", "Send the request as application/json.");
  if (status === 503) return new Refusal("UNAVAILABLE", "The gateway is stopping: send the request again.");
  if (typeof status === "number" && status >= 400 && status < 500)
    return new Refusal("BAD_REQUEST", "The request could not be read: send one JSON object with a query.");
  return new Refusal(
    "INTERNAL_SERVER_ERROR",
    `Something went wrong in the gateway. Tell whoever runs it the request id ${requestId}.`,
  );
}
