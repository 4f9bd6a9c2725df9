/** What is seen of a subgraph's work: the trace of each request down to its statements, and metrics. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { DataSource } from "typeorm";
import { loggableName } from "./log.ts";
import { openRegistry, SECONDS, serveMetrics } from "./metrics.ts";
import { RequestWork } from "./request-work.ts";
import { openTracing, TRACE_HEADER, type Span, type Tracing, type TracingSettings } from "./tracing.ts";

export interface SubgraphObservingSettings {
  host: string;
  /** Where metrics are served; undefined when nobody collects them. */
  metricsPort: number | undefined;
  tracing: TracingSettings | undefined;
}

/**
 * What waits in a database to be done, by its name (`milestones`, `jobs` ...): statements that give rows of `state`,
 * `count` and `oldest`, the age of the oldest in seconds.
 */
export type Backlogs = Readonly<Record<string, string>>;

export interface SubgraphObservation {
  tracing: Tracing | undefined;
  /** Counts the requests of `app`, when they are measured. */
  watch: (app: FastifyInstance) => void;
  /** The port of the metrics that are served. */
  metricsPort?: number;
  close: () => Promise<void>;
}

/** How long the database may take to say what waits in it, in milliseconds. */
const PATIENCE = 1_000;

/** Background jobs, whose tables every subgraph has. Those that used up their tries are dead until a person looks. */
const JOBS = /* sql */ `
select case when attempts >= max_attempts then 'dead' when attempts > 0 then 'failing' else 'waiting' end as state,
  count(*)::int as count, coalesce(extract(epoch from now() - min(created_at)), 0)::float as oldest
from graphile_worker.jobs group by 1`;

/**
 * Starts what `settings` want of the subgraph `name`.
 * @throws {StartupError} when the port of the metrics cannot be listened on
 */
export async function observeSubgraph(
  name: string,
  settings: SubgraphObservingSettings | undefined,
  database: DataSource,
  backlogs: Backlogs = {},
): Promise<SubgraphObservation> {
  const tracing = await openTracing(name, settings?.tracing);
  if (settings?.metricsPort === undefined)
    return { tracing, watch: () => undefined, close: async () => tracing?.close() };
  const registry = openRegistry(name);
  measureDatabase(registry, database, { ...backlogs, jobs: JOBS });
  const server = await serveMetrics(registry, settings.host, settings.metricsPort);
  return {
    tracing,
    watch: (app) => measureRequests(app, registry),
    metricsPort: server.port,
    close: async () => {
      await Promise.all([server.close(), tracing?.close()]);
    },
  };
}

/** The span of one request of the gateway, with its id and the name that the gateway gave its operation. */
export function beginRequestSpan(
  tracing: Tracing | undefined,
  { headers, body }: FastifyRequest,
  requestId: string,
): Span | undefined {
  if (!tracing) return undefined;
  const parent = headers[TRACE_HEADER];
  const operation = loggableName((body as { operationName?: string | null } | null)?.operationName);
  return tracing.begin("subgraph request", "server", typeof parent === "string" ? parent : undefined, {
    "continuum.request_id": requestId,
    ...(operation === null ? {} : { "graphql.operation.name": operation }),
  });
}

/** The span of one statement of the request that runs this code: its text, and never its values. */
export function beginStatementSpan(work: RequestWork | undefined, sql: string): Span | undefined {
  return work?.span?.child("sql", "client", { "db.system.name": "postgresql", "db.query.text": sql });
}

function measureRequests(app: FastifyInstance, registry: Registry): void {
  const requests = new Histogram({
    name: "continuum_subgraph_request_seconds",
    help: "Time from a request of the gateway to its answer, by HTTP status.",
    labelNames: ["status"],
    buckets: SECONDS,
    registers: [registry],
  });
  app.addHook("onResponse", async (request, reply) => {
    if (request.routeOptions.url === "/graphql")
      requests.observe({ status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
}

function measureDatabase(registry: Registry, database: DataSource, backlogs: Backlogs): void {
  const registers = [registry];
  const { master } = database.driver as unknown as {
    master: { totalCount: number; idleCount: number; waitingCount: number };
  };
  new Gauge({
    name: "continuum_database_connections",
    help: "Connections of this process: open, idle; and requests that wait for one.",
    labelNames: ["state"],
    registers,
    collect() {
      this.set({ state: "open" }, master.totalCount);
      this.set({ state: "idle" }, master.idleCount);
      this.set({ state: "waiting" }, master.waitingCount);
    },
  });
  const labelNames = ["backlog", "state"];
  const oldest = new Gauge({
    name: "continuum_backlog_oldest_seconds",
    help: "The age of the oldest thing that waits, by what it is and its state.",
    labelNames,
    registers,
  });
  const unread = new Counter({
    name: "continuum_backlog_unreadable_total",
    help: "Collections at which the database did not say what waits in it.",
    registers,
  });
  new Gauge({
    name: "continuum_backlog",
    help: "Things that wait in the database, by what they are (jobs, milestones, disclosures to be sealed ...) and state.",
    labelNames,
    registers,
    async collect() {
      this.reset();
      oldest.reset();
      const work = new RequestWork(PATIENCE);
      try {
        for (const [backlog, sql] of Object.entries(backlogs))
          for (const { state, count, oldest: age } of await work.run(() => database.query<Waiting[]>(sql))) {
            this.set({ backlog, state }, count);
            oldest.set({ backlog, state }, age);
          }
      } catch {
        unread.inc();
      } finally {
        work.end();
      }
    },
  });
}

interface Waiting {
  state: string;
  count: number;
  oldest: number;
}
