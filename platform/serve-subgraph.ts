/** A subgraph as a process: Apollo Server behind fastify, which answers nothing without a valid passport. */
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import fastify, { LogController, type FastifyInstance, type FastifyRequest } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { DataSource } from "typeorm";
import type { z } from "zod";
import { connect, createDatabase } from "./database.ts";
import { PASSPORT_HEADER, type VerifyPassport, type Viewer } from "./passport.ts";
import { subgraphSchema, type RequestContext, type SubgraphDefinition } from "./subgraph.ts";
import { Waves } from "./waves.ts";

export interface SubgraphOptions {
  databaseUrl: string;
  verifyPassport: VerifyPassport;
  logLevel: string;
  poolSize?: number;
  /** The clock; tests move it. */
  now?: () => Date;
}

export interface RunningSubgraph {
  http: FastifyInstance;
  database: DataSource;
  close: () => Promise<void>;
}

/** The subgraph's server, connected to its database and ready to listen. */
export async function buildSubgraphServer<Context extends RequestContext, Shape extends z.ZodRawShape>(
  definition: SubgraphDefinition<Context, Shape>,
  settings: z.infer<z.ZodObject<Shape>>,
  options: SubgraphOptions,
): Promise<RunningSubgraph> {
  const schema = await subgraphSchema(definition);
  const database = await connect(createDatabase(options.databaseUrl, definition.database, options.poolSize));
  const http = fastify({
    logger:
      options.logLevel === "silent" ? false : { level: options.logLevel, base: { service: definition.name } },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 8 * 1024 * 1024,
    forceCloseConnections: "idle",
  });
  const contextOf = definition.context(settings);
  const viewers = new WeakMap<FastifyRequest, Viewer>();
  const apollo = new ApolloServer<Context>({
    schema,
    includeStacktraceInErrorResponses: false,
    // The process stops once, where it was started (platform/process.ts).
    stopOnTerminationSignals: false,
    introspection: true,
    csrfPrevention: false,
    formatError: (formatted, error) =>
      publicError(formatted, error, (cause) => http.log.error({ err: cause }, "a resolver failed")),
    plugins: [
      fastifyApolloDrainPlugin(http),
      // Tracing inline and cache hints cost a pass over every answer, and nobody reads them.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await apollo.start();

  http.get("/health/live", () => ({ live: true }));
  http.get("/health/ready", async (_request, reply) => {
    const ready = await database.query("select 1").then(
      () => true,
      () => false,
    );
    return reply.code(ready ? 200 : 503).send({ ready });
  });

  http.post("/graphql", {
    onRequest: async (request, reply) => {
      const passport = request.headers[PASSPORT_HEADER];
      try {
        viewers.set(
          request,
          await options.verifyPassport(typeof passport === "string" ? passport : undefined),
        );
      } catch {
        await reply.code(401).send(REFUSED);
      }
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => {
        const viewer = viewers.get(request);
        if (!viewer)
          throw new GraphQLError("A valid passport is required.", {
            extensions: { code: "UNAUTHENTICATED" },
          });
        return contextOf({
          viewer,
          database,
          manager: database.manager,
          waves: new Waves(),
          staff: definition.staff,
          now: options.now ?? (() => new Date()),
        });
      },
    }),
  });

  return {
    http,
    database,
    async close() {
      await apollo.stop();
      await http.close();
      await database.destroy();
    },
  };
}

const REFUSED = {
  errors: [{ message: "A valid passport is required.", extensions: { code: "UNAUTHENTICATED" } }],
};

/** Codes whose messages were written for the caller; any other message could carry SQL or a person's data. */
const PUBLIC_CODES = new Set([
  "BAD_USER_INPUT",
  "FORBIDDEN",
  "UNAUTHENTICATED",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
]);

function publicError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: (cause: unknown) => void,
): GraphQLFormattedError {
  const code = String(formatted.extensions?.["code"] ?? "INTERNAL_SERVER_ERROR");
  if (PUBLIC_CODES.has(code)) return { ...formatted, extensions: { code } };
  log(describeFailure(error));
  return {
    ...formatted,
    message: "This part could not be answered; it was reported with the request's id.",
    extensions: { code: "INTERNAL_SERVER_ERROR" },
  };
}

/** The kind and place of a failure without its values: a driver's message can quote a row. */
function describeFailure(error: unknown): { name: string; code?: string; path?: unknown; stack?: string } {
  const cause = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  const stack = cause instanceof Error ? cause.stack?.split("\n").slice(1, 6).join("\n") : undefined;
  const code = (cause as { code?: unknown }).code;
  return {
    name: cause instanceof Error ? cause.name : typeof cause,
    ...(typeof code === "string" ? { code } : {}),
    ...(error instanceof GraphQLError && error.path ? { path: error.path } : {}),
    ...(stack ? { stack } : {}),
  };
}
