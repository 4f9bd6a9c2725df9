/**
 * The log of a process: one JSON object a line, and nothing in it that could name a person.
 *
 * Addresses lose their query string (a GET request carries its variables there), headers are never written, and an
 * error is written by its type, code and place in the code: messages of drivers and libraries quote the values they
 * stumbled upon.
 */
import {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyServerOptions,
} from "fastify";
import { logLines } from "./log-lines.ts";

export type Log = FastifyBaseLogger;

/** One for the process, however many servers it has. */
const LINES = logLines();

declare module "fastify" {
  interface FastifyRequest {
    /** The name of the GraphQL operation, for the log. */
    operation: string | null;
  }
}

/** Options of a fastify server that logs as the process `name` (`gateway`, `registry` ...) from `level` on. */
export function logOptions(
  name: string,
  level: string,
): Pick<FastifyServerOptions, "logger" | "logController"> {
  return {
    // Its own two lines per request would hold the whole address.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "request" }),
    logger: {
      level,
      base: { process: name },
      // Whoever looks for a fault sees each line as it comes.
      stream: ["debug", "trace"].includes(level) ? process.stdout : LINES,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      serializers: {
        req: (request) => ({ method: request.method, path: request.url?.split("?", 1)[0] ?? "" }),
        res: (reply) => ({ status: reply.statusCode }),
        err: describeError,
      },
    },
  };
}

/** Adds one line per answer: request id, path, operation name, status, milliseconds. Routes with `logLevel: "warn"` stay silent. */
export function logAnswers(app: FastifyInstance): void {
  app.decorateRequest("operation", null);
  app.addHook("onResponse", (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        path: request.routeOptions.url ?? "unknown",
        ...(request.operation === null ? {} : { operation: request.operation }),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      "answered",
    );
    done();
  });
}

/** The operation name if it looks like one and not like something a caller would hide in it, otherwise `null`. */
export function loggableName(name: string | null | undefined): string | null {
  return name && /^[_A-Za-z][_0-9A-Za-z]{0,63}$/.test(name) ? name : null;
}

/** What of an error may be written: its type, its code and where it was thrown, never its message. */
export function describeError(error: unknown): {
  type: string;
  message: string;
  stack: string;
  code?: string;
} {
  if (!(error instanceof Error)) return { type: typeof error, message: "", stack: "" };
  const code = (error as { code?: unknown }).code;
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: "",
    stack: places.slice(0, 8).join("\n"),
    ...(typeof code === "string" ? { code } : {}),
  };
}
