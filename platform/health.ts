/** Whether a process is alive, and whether it can do its work: the two questions of a load balancer. */
import type { FastifyInstance } from "fastify";

export interface Readiness {
  ready: boolean;
  /** What is missing, by name: subgraphs, a database. */
  notReady?: readonly string[];
}

/**
 * Adds `GET /health/live` (200 while the process runs) and `GET /health/ready` (200, or 503 naming what is missing).
 * The routes need no passport and no token, so they tell nothing else.
 */
export function registerHealth(app: FastifyInstance, readiness: () => Promise<Readiness>): void {
  let stopping = false;
  app.addHook("preClose", async () => {
    stopping = true;
  });
  app.get("/health/live", { logLevel: "warn" }, async () => ({ live: true }));
  app.get("/health/ready", { logLevel: "warn" }, async (_request, reply) => {
    const answer = stopping ? { ready: false, notReady: ["stopping"] } : await readiness();
    return reply.code(answer.ready ? 200 : 503).send(answer);
  });
}
