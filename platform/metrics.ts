/**
 * Metrics for Prometheus, at a port of their own: who may reach the graph need not see how much the hub is used, and
 * the collector needs no token. Labels come from closed sets (subgraphs, codes, known operations): never from a caller.
 */
import { createServer } from "node:http";
import { collectDefaultMetrics, Registry } from "prom-client";
import { variable, StartupError } from "./environment.ts";

/** The variable of every process that can be measured: nothing is counted without it. */
export const METRICS_ENVIRONMENT = { METRICS_PORT: variable.port().optional() };

/** Upper bounds for what people wait for, in seconds. */
export const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** A registry with what Node tells of itself: CPU, memory, the lag of the event loop, garbage collection. */
export function openRegistry(process: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  return registry;
}

export interface MetricsServer {
  port: number;
  close: () => Promise<void>;
}

/**
 * Serves `GET /metrics` of `registry`.
 * @throws {StartupError} when the port cannot be listened on.
 */
export async function serveMetrics(registry: Registry, host: string, port: number): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        new StartupError(
          `The port ${port} of METRICS_PORT cannot be listened on (${error.code ?? "unknown"}): choose another one.`,
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Names as labels: as many different ones as `most`, and `other` for all that come later. */
export function boundedNames(most: number): (name: string) => string {
  const known = new Set<string>();
  return (name) => {
    if (known.has(name)) return name;
    if (known.size >= most) return "other";
    known.add(name);
    return name;
  };
}
