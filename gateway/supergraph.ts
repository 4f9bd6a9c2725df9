/** The supergraph: read from a file, watched, replaced while running; a bad one never replaces a good one. */
import { readFile } from "node:fs/promises";
import { unwatchFile, watchFile } from "node:fs";
import { ApolloGateway, type GatewayConfig } from "@apollo/gateway";
import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import { assertValidSchema } from "graphql";
import { StartupError } from "../platform/environment.ts";
import type { Log } from "../platform/log.ts";
import type { GatewayContext } from "./context.ts";
import { silenceVendorTelemetry } from "./environment.ts";
import { hiddenNames, mentionsHidden, type MentionsHidden } from "./hidden-names.ts";
import { Plans } from "./plan/planner.ts";
import type { Planner } from "./planning/planner.ts";
import type { SubgraphSource } from "./subgraph-source.ts";

export interface SupergraphSettings {
  path: string;
  /** The data source of each subgraph that a supergraph may name; addresses written in the supergraph are not used. */
  sources: ReadonlyMap<string, SubgraphSource>;
  log: Log;
  /** How often the file is looked at, in milliseconds. */
  lookEvery?: number | undefined;
  /** How many plans the planner compares for one operation before it takes the best of them. */
  evaluatedPlans: number;
  /** Makes plans beside the requests. */
  planner: Planner;
  /** How much memory the plans that are kept may take, in megabytes. */
  planMegabytes: number;
}

export interface Supergraph {
  /** What Apollo Server runs on. */
  gateway: ApolloServerOptionsWithGateway<GatewayContext>["gateway"];
  plans: Plans;
  /** Whether a text mentions a name that the supergraph in use hides. */
  mentionsHidden: MentionsHidden;
}

/**
 * A gateway on the supergraph in the file. It loads when the server over it starts, and then
 * @throws {StartupError} when the file is missing, or is no supergraph of the known subgraphs.
 */
export function openSupergraph(settings: SupergraphSettings): Supergraph {
  silenceVendorTelemetry();
  const { path, log, lookEvery = 1_000 } = settings;
  const plans = new Plans(settings);
  let isHidden: MentionsHidden = () => true;
  const gateway = new ApolloGateway({
    ...commonConfig(settings),
    experimental_didUpdateSupergraph: (current) => {
      if (!("supergraphSdl" in current)) return;
      isHidden = mentionsHidden(hiddenNames(current.supergraphSdl));
    },
    supergraphSdl: async ({ update }) => {
      const first = await readSupergraph(path);
      // At the same time as the library: both take a while to read a graph.
      settings.planner.useSupergraph(first);
      const replace = replacer(settings, first, update);
      // Looking at the file again and again also sees what a rename or a mounted volume does, which events miss.
      watchFile(path, { interval: lookEvery, persistent: false }, replace);
      log.info({ path }, "supergraph loaded");
      return { supergraphSdl: first, cleanup: async () => unwatchFile(path, replace) };
    },
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    settings.planner.useSupergraph(coreSupergraphSdl);
    // By the name it has there: the library shows its planner to nobody else.
    const { queryPlanner } = gateway.__testing();
    if (queryPlanner) plans.use(queryPlanner, apiSchema);
  });
  return { gateway: carriedOutBy(plans, gateway), plans, mentionsHidden: (text) => isHidden(text) };
}

/** The gateway with our own executor: all but the planning and the loading of supergraphs is done by `plans`. */
function carriedOutBy(plans: Plans, gateway: ApolloGateway): Supergraph["gateway"] {
  return {
    load: async (options) => ({
      ...(await gateway.load(options)),
      executor: (request) => plans.execute(request),
    }),
    onSchemaLoadOrUpdate: (listener) => gateway.onSchemaLoadOrUpdate(listener),
    stop: () => gateway.stop(),
  };
}

/** The sentence for the operator when a supergraph could not be used. */
export function supergraphRefusal(path: string, error: unknown): StartupError {
  return error instanceof StartupError
    ? error
    : new StartupError(
        `The supergraph in ${path} is refused (${firstLine(error)}): compose it again from the subgraphs' schemas, and start again.`,
      );
}

function replacer(
  settings: SupergraphSettings,
  first: string,
  update: (supergraph: string) => void,
): () => void {
  const { path, log } = settings;
  let last = first;
  let queue = Promise.resolve();
  const replace = async () => {
    try {
      const next = await readSupergraph(path);
      if (next === last) return;
      last = next;
      await rehearse(settings, next);
      update(next);
      log.info({ path }, "supergraph replaced");
    } catch (error) {
      log.error({ path, reason: firstLine(error) }, "the new supergraph is refused, the one in use stays");
    }
  };
  return () => {
    queue = queue.then(replace);
  };
}

/**
 * Loads `supergraph` into a gateway of its own and throws it away: one that fails halfway through its loading would
 * leave the gateway in use with parts of both.
 */
async function rehearse(settings: SupergraphSettings, supergraph: string): Promise<void> {
  const trial = new ApolloGateway({ ...commonConfig(settings), supergraphSdl: supergraph });
  const { schema } = await trial.load();
  await trial.stop();
  assertValidSchema(schema);
}

/** How operations are planned, wherever that is done. */
export function plannerConfig(evaluatedPlans: number) {
  return { debug: { maxEvaluatedPlans: evaluatedPlans } };
}

function commonConfig({ sources, log, path, evaluatedPlans }: SupergraphSettings) {
  return {
    // The plan of a query names the hidden fields; the default would show it to whoever sends the right header.
    __exposeQueryPlanExperimental: false,
    validateSupergraph: true,
    queryPlannerConfig: plannerConfig(evaluatedPlans),
    logger: quiet(log),
    buildService: ({ name }) => {
      const source = sources.get(name);
      if (!source)
        throw new StartupError(
          `The supergraph in ${path} is refused: it names the subgraph "${name}", and this gateway knows ${[...sources.keys()].join(", ")} only.`,
        );
      return source;
    },
  } satisfies GatewayConfig;
}

/** The federation library's own news are of no use to an operator: only its warnings and errors pass. */
function quiet(log: Log) {
  const silent = () => undefined;
  return {
    debug: silent,
    info: silent,
    warn: (message: string) => log.warn(message),
    error: (message: string) => log.error(message),
  };
}

async function readSupergraph(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new StartupError(
      `The supergraph in ${path} cannot be read (${code}): set SUPERGRAPH_PATH to the composed supergraph, and start again.`,
    );
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0]?.slice(0, 300) ?? "";
}
