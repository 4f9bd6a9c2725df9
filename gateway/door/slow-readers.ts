/** Callers that ask for large answers and do not take them: what they leave lying would fill the gateway's memory. */
import type { FastifyInstance } from "fastify";

/** What is smaller lies in the buffers of the connection, which the operating system bounds; in characters. */
const LARGE = 64 * 1024;

/** Closes the connection of whoever has not taken a large answer after `patience` milliseconds. */
export function leaveSlowReaders(app: FastifyInstance, patience: number): void {
  app.addHook("onSend", (_request, { raw }, payload, done) => {
    if (typeof payload === "string" && payload.length > LARGE) {
      const timer = setTimeout(() => raw.destroy(), patience).unref();
      raw.once("close", () => clearTimeout(timer));
    }
    done(null, payload);
  });
}
