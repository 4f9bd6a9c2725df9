/** A refusal before any GraphQL is read: an HTTP status, and the same error shape that every answer has. */
import type { FastifyReply } from "fastify";

export type RefusalCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "PURPOSE_NOT_ALLOWED"
  | "ISSUER_UNAVAILABLE"
  | "NOT_FOUND"
  | "BAD_REQUEST"
  | "PAYLOAD_TOO_LARGE"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "UNAVAILABLE"
  | "INTERNAL_SERVER_ERROR";

const STATUS: Readonly<Record<RefusalCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  PURPOSE_NOT_ALLOWED: 403,
  ISSUER_UNAVAILABLE: 503,
  NOT_FOUND: 404,
  BAD_REQUEST: 400,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

declare module "fastify" {
  interface FastifyRequest {
    /** Why it was refused, for whoever counts. */
    refusal: RefusalCode | null;
  }
}

/** Thrown where a request must not go on; its message is meant for the caller. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Answers with `refusal`: `{"errors":[{"message","extensions":{"code"}}]}` and the status that belongs to the code. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  reply.request.refusal = refusal.code;
  if (refusal.code === "UNAUTHENTICATED") void reply.header("www-authenticate", "Bearer");
  return reply.code(STATUS[refusal.code]).send({
    errors: [{ message: refusal.message, extensions: { code: refusal.code, requestId: reply.request.id } }],
  });
}

/** What the caller may know of an error that the web server met (a body too large, JSON that is none ...). */
export function refusalOf(error: unknown, requestId: string): Refusal {
  if (error instanceof Refusal) return error;
  const status = (error as { statusCode?: unknown }).statusCode;
  if (status === 413)
    return new Refusal("PAYLOAD_TOO_LARGE", "The request is larger than 1 MB: ask for less at once.");
  if (status === 415) return new Refusal("UNSUPPORTED_MEDIA_TYPE", "Send the request as application/json.");
  if (status === 503) return new Refusal("UNAVAILABLE", "The gateway is stopping: send the request again.");
  if (typeof status === "number" && status >= 400 && status < 500)
    return new Refusal("BAD_REQUEST", "The request could not be read: send one JSON object with a query.");
  return new Refusal(
    "INTERNAL_SERVER_ERROR",
    `Something went wrong in the gateway. Tell whoever runs it the request id ${requestId}.`,
  );
}
