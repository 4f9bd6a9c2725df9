/** The instruments of a gateway's process, as its settings want them; all off unless told, but for the log of slow operations. */
import type { Log } from "../../platform/log.ts";
import { boundedNames, openRegistry, serveMetrics } from "../../platform/metrics.ts";
import { openTracing, type TracingSettings } from "../../platform/tracing.ts";
import {
  gatewayMetrics,
  type GatewayMetrics,
  type PlannerState,
  type SubgraphState,
  type TurnsState,
} from "./metrics.ts";
import type { Instruments } from "./observation.ts";

export interface ObservingSettings {
  host: string;
  /** Where metrics are served; undefined when nobody collects them. */
  metricsPort: number | undefined;
  /** Operations that are counted by their names, beside those that are registered. */
  countedOperations: readonly string[];
  tracing: TracingSettings | undefined;
  /** In milliseconds; 0 for no log of slow operations. */
  slowFrom: number;
}

export interface RunningInstruments extends Instruments {
  /** The port of the metrics that are served. */
  metricsPort?: number;
  close: () => Promise<void>;
}

/** What is watched. */
export interface Watched {
  planner: { state: Pick<PlannerState, "waiting"> };
  /** The plans that are kept. */
  plans: { readonly size: number };
  sources: ReadonlyMap<string, { state: SubgraphState }>;
  turns: { load: TurnsState };
  /** Whether an operation is registered, by the hash of its document. */
  isTrusted: (hash: string) => boolean;
}

/** Names of registered operations that are labels; those of later ones are counted as other. */
const MOST_NAMES = 200;

/**
 * Starts what `settings` want.
 * @throws {StartupError} when the port of the metrics cannot be listened on
 */
export async function startInstruments(
  settings: ObservingSettings,
  log: Log,
  { planner, plans, sources, turns, isTrusted }: Watched,
): Promise<RunningInstruments> {
  const counted = new Set(settings.countedOperations);
  const nameOf = boundedNames(MOST_NAMES);
  const tracing = await openTracing("gateway", settings.tracing);
  let metrics: GatewayMetrics | undefined;
  let server: Awaited<ReturnType<typeof serveMetrics>> | undefined;
  if (settings.metricsPort !== undefined) {
    const registry = openRegistry("gateway");
    metrics = gatewayMetrics(
      registry,
      () => [...sources].map(([name, { state }]) => [name, state] as const),
      () => ({ kept: plans.size, ...planner.state }),
      () => turns.load,
    );
    server = await serveMetrics(registry, settings.host, settings.metricsPort);
    log.info({ port: server.port, path: "/metrics" }, "metrics are served");
  }
  return {
    tracing,
    metrics,
    slowFrom: settings.slowFrom,
    log,
    countedAs: (name, hash) => {
      if (name === null) return "other";
      if (counted.has(name)) return name;
      return isTrusted(hash) ? nameOf(name) : "other";
    },
    ...(server ? { metricsPort: server.port } : {}),
    close: async () => {
      await Promise.all([server?.close(), tracing?.close()]);
    },
  };
}
