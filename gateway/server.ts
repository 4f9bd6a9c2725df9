/** The gateway, put together: one door, one graph, and the health of both. */
import { setMaxListeners } from "node:events";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { StartupError } from "../platform/environment.ts";
import { registerHealth } from "../platform/health.ts";
import { logOptions } from "../platform/log.ts";
import { passportSigner, type SignPassport } from "../platform/passport.ts";
import { drain } from "../platform/process.ts";
import { authenticator, type Recognised } from "./authenticate.ts";
import { passportsOf, type GatewayContext } from "./context.ts";
import { Entrance } from "./door/entrance.ts";
import { registerDoor } from "./door/graph.ts";
import { answerPlainly, refuseUnreadable, type CountRefusal } from "./door/plain.ts";
import { leaveSlowReaders } from "./door/slow-readers.ts";
import { allowSites } from "./door/sites.ts";
import type { GatewaySettings } from "./environment.ts";
import { errorPlugin, publicError } from "./errors.ts";
import { registerEvents } from "./events/events.ts";
import type { Json } from "./export/csv.ts";
import { registerExports } from "./export/routes.ts";
import { registerExplorer } from "./explorer/explorer.ts";
import { accessTokenVerifier } from "./issuer.ts";
import { Limiter } from "./limits/limiter.ts";
import { subgraphReadiness } from "./readiness.ts";
import { operationPlugin } from "./operation.ts";
import { EXPORT_POINTS, openRate, type Rate } from "./rate/rate.ts";
import { ClientTurns } from "./rate/client-turns.ts";
import { Refusal } from "./refusal.ts";
import { REQUEST_ID_HEADER, requestId } from "./request-id.ts";
import { SubgraphSource } from "./subgraph-source.ts";
import { startInstruments, type RunningInstruments } from "./observe/instruments.ts";
import { observe } from "./observe/observation.ts";
import { observationPlugin } from "./observe/plugin.ts";
import { Planner } from "./planning/planner.ts";
import { openSupergraph, plannerConfig, supergraphRefusal } from "./supergraph.ts";
import { trustedList, type TrustedList } from "./trusted/list.ts";
import { Operations } from "./trusted/operations.ts";
import { registrationPlugin } from "./trusted/registered.ts";
import { operationsAtRegistry } from "./trusted/registry.ts";
import { warmTrusted } from "./trusted/rehearsal.ts";

export interface Gateway {
  app: FastifyInstance;
  /** Stops accepting, lets the requests under way finish, and closes what is open. */
  stop: () => Promise<void>;
  /** The port of the metrics that are served; undefined when none are. */
  metricsPort?: number | undefined;
}

/** What a test may want faster than an operator. */
export interface Pace {
  /** How often the supergraph file is looked at, in milliseconds. */
  lookEvery?: number;
  /** How often a subgraph that failed is asked whether it is ready, in milliseconds. */
  probeEvery?: number;
  /** How long a caller may take to take a large answer, in milliseconds. */
  readWithin?: number;
}

/** How long a start waits for the plans of trusted operations, in milliseconds; what is left is made while it serves. */
const WARMING_PATIENCE = 5_000;

/** How long a caller may take to take a large answer, in milliseconds. */
const READ_WITHIN = 60_000;

/**
 * A gateway that is ready to listen.
 * @throws {StartupError} when a key or the supergraph cannot be used, or the explorer's page is not installed.
 */
export async function buildGateway(settings: GatewaySettings, pace: Pace = {}): Promise<Gateway> {
  const sign = await signer(settings.passportPrivateKey);
  let metrics: RunningInstruments["metrics"] | null = null;
  const countRefusal: CountRefusal = (code) => metrics?.refused(code);
  const app = fastify({
    ...logOptions("gateway", settings.logLevel),
    bodyLimit: settings.limits.bodyKilobytes * 1024,
    requestTimeout: settings.requestTimeout,
    http: { headersTimeout: settings.requestTimeout, connectionsCheckingInterval: 500 },
    genReqId: (request) => requestId(request.headers[REQUEST_ID_HEADER]),
    forceCloseConnections: "idle",
    // What still comes in over an open connection while the gateway stops is answered: its sender did nothing wrong.
    return503OnClosing: false,
    clientErrorHandler: (error, socket) => refuseUnreadable(error, socket, countRefusal),
  });
  const sources = new Map(
    Object.entries(settings.subgraphs).map(([name, urls]) => [
      name,
      new SubgraphSource({
        name,
        urls,
        timeout: settings.subgraphTimeout,
        log: app.log,
        probeEvery: pace.probeEvery,
      }),
    ]),
  );
  const planner = new Planner({
    config: plannerConfig(settings.evaluatedPlans),
    time: settings.planningTime,
    log: app.log,
  });
  const supergraph = openSupergraph({
    path: settings.supergraphPath,
    sources,
    log: app.log,
    lookEvery: pace.lookEvery,
    evaluatedPlans: settings.evaluatedPlans,
    planner,
    planMegabytes: settings.planCache,
  });
  const list = trustedList({
    registry: operationsAtRegistry(settings.subgraphs["registry"] ?? [], sign),
    every: settings.trustedEvery,
    log: app.log,
  });
  const limiter = new Limiter(settings.limits, settings.introspection);
  supergraph.gateway.onSchemaLoadOrUpdate(({ apiSchema }) => limiter.useSchema(apiSchema));
  const apollo = new ApolloServer<GatewayContext>({
    gateway: supergraph.gateway,
    introspection: settings.introspection,
    hideSchemaDetailsFromClientErrors: !settings.introspection,
    includeStacktraceInErrorResponses: false,
    // Whoever has made five mistakes knows enough; and the search for the name that was meant is dear.
    validationOptions: { maxErrors: 5, hideSuggestions: !settings.introspection },
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError: publicError(supergraph.mentionsHidden, settings.introspection),
    plugins: [
      errorPlugin(app.log),
      operationPlugin,
      observationPlugin,
      registrationPlugin(list),
      // Nothing of a request goes to the vendor, to its pages, or into answers as a trace.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  const turns = new ClientTurns(settings.turns);
  const warmer = warmTrusted({ apollo, limiter, gateway: supergraph.gateway, list, turns, log: app.log });
  try {
    await apollo.start();
  } catch (error) {
    await planner.close();
    throw supergraphRefusal(settings.supergraphPath, error);
  }

  const instruments = await startInstruments({ ...settings.observing, host: settings.host }, app.log, {
    planner,
    plans: supergraph.plans,
    sources,
    turns,
    isTrusted: (hash) => list.has(`sha256:${hash}`),
  });
  metrics = instruments.metrics;
  const rate = await openRate(settings.rate, app.log);
  answerPlainly(app, settings.limits.bodyKilobytes, countRefusal);
  leaveSlowReaders(app, pace.readWithin ?? READ_WITHIN);
  await allowSites(app, settings.corsOrigins);
  registerHealth(app, subgraphReadiness(sources));
  registerGraph(app, { apollo, settings, sign, limiter, rate, turns, list, instruments });
  if (settings.explorer) await registerExplorer(app, settings);

  // Whoever is sent here once it listens finds the plans ready; a registry that does not answer holds nobody up for long.
  await planner.ready;
  await list.renew();
  await warmer.settled(WARMING_PATIENCE);

  let stopped: Promise<void> | undefined;
  const stop = async () => {
    list.stop();
    warmer.stop();
    await drain(app, settings.stopDelay);
    await apollo.stop();
    await planner.close();
    await rate.close();
    await Promise.all([...sources.values()].map((source) => source.close()));
    await instruments.close();
  };
  return { app, stop: () => (stopped ??= stop()), metricsPort: instruments.metricsPort };
}

interface Graph {
  apollo: ApolloServer<GatewayContext>;
  settings: GatewaySettings;
  sign: SignPassport;
  limiter: Limiter;
  rate: Rate;
  turns: ClientTurns;
  list: TrustedList;
  instruments: RunningInstruments;
}

/** The two doors to the graph: GraphQL, and files made of what it answers. Both ask as the caller. */
function registerGraph(
  app: FastifyInstance,
  { apollo, settings, sign, limiter, rate, turns, list, instruments }: Graph,
): void {
  const entrance = new Entrance({
    authenticate: authenticator(accessTokenVerifier(settings.issuer, settings.audience)),
    rate,
    origins: settings.corsOrigins,
  });
  const contextOf = (viewer: Recognised, request: FastifyRequest, reply: FastifyReply): GatewayContext => {
    const gone = new AbortController();
    const seen = observe(instruments, viewer.requestId);
    // Each question to a subgraph listens: an operation has as many as it has hops.
    setMaxListeners(0, gone.signal);
    reply.raw.once("close", () => {
      seen.end(reply.statusCode);
      if (!reply.raw.writableFinished) gone.abort();
    });
    return {
      viewer,
      passport: passportsOf(viewer, sign),
      gone: gone.signal,
      deadline: performance.now() + settings.answerDeadline,
      nameOperation: (name) => {
        request.operation = name;
      },
      seen,
    };
  };
  registerDoor(app, {
    apollo,
    entrance,
    contextOf,
    limiter,
    rate,
    turns,
    operations: new Operations(list),
  });
  registerEvents(app, {
    entrance,
    rate,
    sign,
    registryUrls: settings.subgraphs["registry"] ?? [],
    timeout: settings.subgraphTimeout,
  });
  registerExports(app, {
    entrance,
    askAs: (viewer, request, reply) => {
      const contextValue = contextOf(viewer, request, reply);
      return async (query, variables = {}) => {
        await rate.spend(viewer, EXPORT_POINTS);
        const endTurn = await turns.take(viewer.subject, contextValue.gone);
        const { body } = await apollo
          .executeOperation({ query, variables }, { contextValue })
          .finally(endTurn);
        if (body.kind !== "single" || body.singleResult.errors?.length || !body.singleResult.data)
          throw new Refusal(
            "UNAVAILABLE",
            "A part of the file cannot be had at the moment: try again in a minute.",
          );
        return body.singleResult.data as Record<string, Json>;
      };
    },
  });
}

async function signer(privateKey: string) {
  try {
    return await passportSigner(privateKey);
  } catch {
    throw new StartupError(
      "PASSPORT_PRIVATE_KEY is wrong: it must be an Ed25519 private key as a JWK, as JSON in base64url. Correct it and start again.",
    );
  }
}
