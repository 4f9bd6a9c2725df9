/** The variables of the gateway, parsed once at its start. */
import { z } from "zod";
import { parseEnvironment, variable } from "../platform/environment.ts";
import { METRICS_ENVIRONMENT } from "../platform/metrics.ts";
import { TRACING_ENVIRONMENT, tracingSettings } from "../platform/tracing.ts";
import type { ObservingSettings } from "./observe/instruments.ts";
import { limitShape, limitsOf, type Limits } from "./limits/limits.ts";
import type { RateSettings } from "./rate/rate.ts";
import type { TurnSettings } from "./rate/client-turns.ts";

/** A number of points or of requests; 0 for no limit. */
const quota = (fallback: number) => z.coerce.number().int().min(0).max(1_000_000_000).default(fallback);
const places = (fallback: number) => z.coerce.number().int().min(1).max(100_000).default(fallback);

/** The variables that the gateway reads, each with its form. */
export const GATEWAY_ENVIRONMENT = {
  HOST: variable.host(),
  PORT: variable.port(4000),
  SUPERGRAPH_PATH: z.string().min(1).default("schema/supergraph.graphql"),
  REGISTRY_URL: variable.urls("http:", "https:"),
  FCCQ_URL: variable.urls("http:", "https:"),
  EER_URL: variable.urls("http:", "https:"),
  CCMM_URL: variable.urls("http:", "https:"),
  REGIONAL_URL: variable.urls("http:", "https:"),
  SUBGRAPH_TIMEOUT: variable.seconds(10),
  ANSWER_DEADLINE: variable.seconds(15),
  STOP_DELAY: variable.delay(),
  OIDC_ISSUER: variable.url("http:", "https:"),
  OIDC_AUDIENCE: z.string().min(1).default("urn:continuum:graph"),
  PASSPORT_PRIVATE_KEY: variable.secret(),
  EXPLORER: variable.toggle(false),
  INTROSPECTION: variable.toggle(false),
  DEMO_CANDIDATE: z.uuid().optional(),
  LOG_LEVEL: variable.logLevel(),
  ...METRICS_ENVIRONMENT,
  ...TRACING_ENVIRONMENT,
  METRICS_OPERATIONS: z
    .string()
    .default("UnifiedView,Worklist,Statistics")
    .transform((names) => names.split(",").map((name) => name.trim())),
  SLOW_OPERATION_MS: z.coerce.number().int().min(0).default(2_000),
  CORS_ORIGINS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((origin) => origin.trim())
        .filter(Boolean),
    )
    .refine(
      (origins) => origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
      {
        message: "must be origins such as https://tableau.example.org, separated by commas",
      },
    ),
  ...limitShape,
  REQUEST_SECONDS: variable.seconds(15),
  MAX_EVALUATED_PLANS: places(1_000),
  MAX_PLANNING_SECONDS: z.coerce.number().min(0).max(60).default(3),
  PLAN_CACHE_MEGABYTES: places(64),
  RATE_PER_CLIENT: quota(60_000),
  RATE_PER_ORGANISATION: quota(300_000),
  PLANNING_PER_CLIENT: quota(2_000),
  RATE_DATABASE_URL: variable.url("postgres:", "postgresql:").optional(),
  MAX_RUNNING: places(256),
  MAX_RUNNING_PER_CLIENT: places(32),
  MAX_WAITING_PER_CLIENT: places(64),
  WAITING_SECONDS: variable.seconds(5),
  TRUSTED_OPERATIONS_SECONDS: variable.seconds(5),
};

/** What the gateway needs to know to run. */
export interface GatewaySettings {
  host: string;
  port: number;
  supergraphPath: string;
  /** The addresses of each subgraph, by its name in the supergraph. */
  subgraphs: Readonly<Record<string, readonly string[]>>;
  /** How long a subgraph may take to answer, in milliseconds. */
  subgraphTimeout: number;
  /** How long the whole answer may take; what is missing by then is left out of it. In milliseconds. */
  answerDeadline: number;
  /** For how long a stopping gateway goes on serving while it says that it is not ready, in milliseconds. */
  stopDelay: number;
  issuer: string;
  audience: string;
  passportPrivateKey: string;
  explorer: boolean;
  introspection: boolean;
  /** The candidate that the explorer's queries ask about. */
  demoCandidate?: string | undefined;
  logLevel: string;
  observing: Omit<ObservingSettings, "host">;
  /** The web pages that may ask the graph, by their origins; those of the gateway itself always may. */
  corsOrigins: readonly string[];
  limits: Limits;
  /** How long a request may take to arrive, in milliseconds. */
  requestTimeout: number;
  /** How many plans the planner compares for one operation. */
  evaluatedPlans: number;
  /** How long an operation may take to plan, in milliseconds; 0 when plans are made beside the requests, without a limit. */
  planningTime: number;
  /** How much memory the plans that are kept may take, in megabytes. */
  planCache: number;
  rate: RateSettings;
  turns: TurnSettings;
  /** How often the list of trusted operations is looked at, in milliseconds; 0 for at each call of a program. */
  trustedEvery: number;
}

/**
 * The settings in `source`.
 * @throws {StartupError} naming each variable that is missing or wrong.
 */
export function gatewaySettings(source: NodeJS.ProcessEnv = process.env): GatewaySettings {
  const env = parseEnvironment(GATEWAY_ENVIRONMENT, source);
  return {
    host: env.HOST,
    port: env.PORT,
    supergraphPath: env.SUPERGRAPH_PATH,
    subgraphs: {
      registry: env.REGISTRY_URL,
      fccq: env.FCCQ_URL,
      eer: env.EER_URL,
      ccmm: env.CCMM_URL,
      regional: env.REGIONAL_URL,
    },
    subgraphTimeout: env.SUBGRAPH_TIMEOUT * 1000,
    answerDeadline: env.ANSWER_DEADLINE * 1000,
    stopDelay: env.STOP_DELAY * 1000,
    issuer: env.OIDC_ISSUER,
    audience: env.OIDC_AUDIENCE,
    passportPrivateKey: env.PASSPORT_PRIVATE_KEY,
    explorer: env.EXPLORER,
    introspection: env.INTROSPECTION,
    demoCandidate: env.DEMO_CANDIDATE,
    logLevel: env.LOG_LEVEL,
    observing: {
      metricsPort: env.METRICS_PORT,
      countedOperations: env.METRICS_OPERATIONS,
      tracing: tracingSettings(env),
      slowFrom: env.SLOW_OPERATION_MS,
    },
    corsOrigins: env.CORS_ORIGINS,
    limits: limitsOf(env),
    requestTimeout: env.REQUEST_SECONDS * 1000,
    evaluatedPlans: env.MAX_EVALUATED_PLANS,
    planningTime: env.MAX_PLANNING_SECONDS * 1000,
    planCache: env.PLAN_CACHE_MEGABYTES,
    rate: {
      perClient: env.RATE_PER_CLIENT,
      perOrganisation: env.RATE_PER_ORGANISATION,
      planningPerClient: env.PLANNING_PER_CLIENT,
      databaseUrl: env.RATE_DATABASE_URL,
    },
    turns: {
      all: env.MAX_RUNNING,
      perClient: env.MAX_RUNNING_PER_CLIENT,
      waitingPerClient: env.MAX_WAITING_PER_CLIENT,
      patience: env.WAITING_SECONDS * 1000,
    },
    trustedEvery: env.TRUSTED_OPERATIONS_SECONDS * 1000,
  };
}

/**
 * Keeps what passes through the gateway inside it: the federation library otherwise sends usage metrics to its vendor
 * every hour, and asks cloud metadata services where it runs. It reads this variable when a gateway is made.
 */
export function silenceVendorTelemetry(): void {
  process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
}
