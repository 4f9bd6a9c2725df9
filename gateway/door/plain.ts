/** Whatever is no answer of the graph is said in its shape: an error with a code, and the id of the request. */
import type { Socket } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { logAnswers } from "../../platform/log.ts";
import { limitRefusal } from "../limits/limiter.ts";
import { Refusal, refusalOf, sendRefusal, type RefusalCode } from "../refusal.ts";
import { REQUEST_ID_HEADER } from "../request-id.ts";

/** Is told the code of each refusal. */
export type CountRefusal = (code: RefusalCode) => void;

/** Answers what is refused, and what is nowhere, in the shape of all answers, and logs each answer by one line. */
export function answerPlainly(app: FastifyInstance, bodyKilobytes: number, count: CountRefusal): void {
  logAnswers(app);
  app.decorateRequest("refusal", null);
  app.removeContentTypeParser("text/plain");
  app.addHook("onRequest", async (request, reply) => {
    void reply.header(REQUEST_ID_HEADER, request.id).header("cache-control", "no-store");
  });
  app.addHook("onResponse", async (request) => {
    if (request.refusal !== null) count(request.refusal);
  });
  app.setNotFoundHandler((_request, reply) =>
    sendRefusal(reply, new Refusal("NOT_FOUND", "There is nothing here: the graph is at /graphql.")),
  );
  app.setErrorHandler((error, request, reply) => {
    const refusal = isTooLarge(error)
      ? limitRefusal("bodyKilobytes", bodyKilobytes, kilobytes(request, bodyKilobytes))
      : refusalOf(error, request.id);
    if (refusal.code === "INTERNAL_SERVER_ERROR") request.log.error({ err: error }, "unforeseen error");
    return sendRefusal(reply, refusal);
  });
}

/** What Node says of a request that never became one, in the words of a refusal. */
const UNREADABLE: ReadonlyMap<string, { status: string; code: RefusalCode; message: string }> = new Map([
  [
    "HPE_HEADER_OVERFLOW",
    {
      status: "431 Request Header Fields Too Large",
      code: "HEADERS_TOO_LARGE",
      message: "The address and the headers are larger than 16 kilobytes: send a long query by POST.",
    },
  ],
  [
    "ERR_HTTP_REQUEST_TIMEOUT",
    {
      status: "408 Request Timeout",
      code: "REQUEST_TIMEOUT",
      message: "The request took too long to arrive: send it again.",
    },
  ],
]);

const NO_HTTP = {
  status: "400 Bad Request",
  code: "BAD_REQUEST",
  message: "The request is no HTTP that is understood here.",
} as const;

/** Answers on a connection whose request could not be read, or did not come in time, and closes it. */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket, count: CountRefusal): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const { status, code, message } = UNREADABLE.get(error.code ?? "") ?? NO_HTTP;
  count(code);
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  if (socket.writable)
    socket.write(
      `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );
  socket.destroy(error);
}

function isTooLarge(error: unknown): boolean {
  return (error as { statusCode?: unknown }).statusCode === 413;
}

/** How large a body is that was not read: as it says of itself, or just too large. */
function kilobytes({ headers }: FastifyRequest, limit: number): number {
  return Math.max(limit + 1, Math.ceil(Number(headers["content-length"] ?? 0) / 1024) || 0);
}
