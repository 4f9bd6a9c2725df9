/** Whether a process is alive, and whether it can do its work: the two questions of a load balancer. */
import type { FastifyInstance } from "fastify";

export interface Readiness {
  ready: boolean;
  /** What is missing, by name: subgraphs, a database. */
  notReady?: readonly string[];
}

declare module "fastify" {
  interface FastifyInstance {
    /** Whether this server is about to stop: it still serves, and asks everybody to go elsewhere. */
    isLeaving: boolean;
  }
}

/**
 * Adds `GET /health/live` (200 while the process runs) and `GET /health/ready` (200, or 503 naming what is missing).
 * The routes need no passport and no token, so they tell nothing else. A server that is leaving is not ready, and
 * closes each connection with its next answer.
 */
export function registerHealth(app: FastifyInstance, readiness: () => Promise<Readiness>): void {
  app.decorate("isLeaving", false);
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (app.isLeaving) void reply.header("connection", "close");
    done(null, payload);
  });
  app.get("/health/live", { logLevel: "warn" }, async () => ({ live: true }));
  app.get("/health/ready", { logLevel: "warn" }, async (_request, reply) => {
    const answer = app.isLeaving ? { ready: false, notReady: ["stopping"] } : await readiness();
    return reply.code(answer.ready ? 200 : 503).send(answer);
  });
}
