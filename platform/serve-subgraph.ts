/** A subgraph as a server: Apollo Server behind fastify, which answers nothing without a valid passport. */
import { ApolloServer, type GraphQLRequest } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from "@apollo/server/plugin/disabled";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { DataSource } from "typeorm";
import type { z } from "zod";
import { executingBy } from "./compiled.ts";
import { connect, createDatabase, SQL_CHANNEL, type SessionSettings } from "./database.ts";
import { callDirectly } from "./direct-resolvers.ts";
import { registerHealth } from "./health.ts";
import { describeError, logAnswers, logOptions, type Log } from "./log.ts";
import { PASSPORT_HEADER, type VerifyPassport, type Viewer } from "./passport.ts";
import { drain } from "./process.ts";
import { runStatementsSafely } from "./query-runner.ts";
import { RequestWork, TIME_LEFT_HEADER } from "./request-work.ts";
import { requireBoundRole } from "./row-security.ts";
import { openScope } from "./scope.ts";
import { beginRequestSpan, observeSubgraph, type SubgraphObservingSettings } from "./subgraph-observation.ts";
import { subgraphSchema, type RequestContext, type Routes, type SubgraphDefinition } from "./subgraph.ts";
import type { Tracing } from "./tracing.ts";
import { isUnanswered, unansweredPlugin } from "./unanswered.ts";
import { Waves } from "./waves.ts";

export interface SubgraphOptions {
  databaseUrl: string;
  verifyPassport: VerifyPassport;
  logLevel: string;
  poolSize?: number;
  /** For how long a stopping server goes on serving while it says that it is not ready, in milliseconds. */
  stopDelay?: number;
  /** Where traces and metrics go; nowhere unless told. */
  observing?: SubgraphObservingSettings | undefined;
  /** The clock; tests move it. */
  now?: () => Date;
}

export interface RunningSubgraph {
  app: FastifyInstance;
  database: DataSource;
  /** Lets the requests under way finish, then closes everything. */
  stop: () => Promise<void>;
}

/** A request of the gateway carries up to 100 people with a grant for each section. */
const LARGEST_REQUEST = 8 * 1024 * 1024;

/** How long a request may take whose sender does not say how long it waits, in milliseconds. */
const LONGEST_WORK = 30_000;

const SESSION: SessionSettings = {
  // For when this process cannot cancel what it began: it is frozen, or gone.
  statement_timeout: 2 * LONGEST_WORK,
  idle_in_transaction_session_timeout: 2 * LONGEST_WORK,
  // A prepared statement is planned once for a connection. Left to itself, PostgreSQL takes rows by a list of keys to
  // be dearer in general than for the keys at hand, and plans most of what loaders read anew each time: that was more
  // than half of its time.
  options: "-c plan_cache_mode=force_generic_plan",
};

/** How long the database may take to say that it is there, in milliseconds. */
const DATABASE_PATIENCE = 1_000;

/**
 * The subgraph's server, connected to its database and ready to listen.
 * @throws {StartupError} when the database cannot be reached, or under a role that its rules do not bind.
 */
export async function buildSubgraphServer<Context extends RequestContext, Shape extends z.ZodRawShape>(
  definition: SubgraphDefinition<Context, Shape>,
  settings: z.infer<z.ZodObject<Shape>>,
  options: SubgraphOptions,
): Promise<RunningSubgraph> {
  const schema = await subgraphSchema(definition, callDirectly);
  const database = await connect(
    createDatabase(options.databaseUrl, definition.database, options.poolSize, SESSION),
  );
  runStatementsSafely(database, options.databaseUrl);
  await requireBoundRole(database).catch(async (error: unknown) => {
    await database.destroy();
    throw error;
  });
  const observation = await observeSubgraph(
    definition.name,
    options.observing,
    database,
    definition.backlogs,
  );
  const app = fastify({
    ...logOptions(definition.name, options.logLevel),
    bodyLimit: LARGEST_REQUEST,
    forceCloseConnections: "idle",
    // What still comes in over an open connection while the server stops is answered: its sender did nothing wrong.
    return503OnClosing: false,
    // Only the gateway is let in, and what it sends is read as GraphQL's variables, key by key.
    onProtoPoisoning: "ignore",
    onConstructorPoisoning: "ignore",
  });
  const apollo = new ApolloServer<Context>({
    gateway: executingBy(schema),
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    // The process stops once, where it was started (platform/process.ts).
    stopOnTerminationSignals: false,
    formatError: publicError(definition.name, app.log),
    plugins: [
      unansweredPlugin(app.log),
      // Tracing inline and cache hints cost a pass over every answer, and nobody reads them.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
  await apollo.start();

  logAnswers(app);
  observation.watch(app);
  const stopLogging = options.logLevel === "debug" ? logStatements(app.log) : () => undefined;
  registerHealth(app, () => databaseReadiness(database));
  const now = options.now ?? (() => new Date());
  const border = passportControl(options.verifyPassport);
  definition.routes?.({ app, database, databaseUrl: options.databaseUrl, now, ...border });
  registerGraph(
    app,
    apollo,
    { ...border, tracing: observation.tracing },
    definition.context(settings),
    (viewer) => ({
      viewer,
      database,
      ...(definition.tenant
        ? openScope(database, definition.tenant(viewer))
        : { manager: database.manager, admit: () => undefined }),
      waves: new Waves(),
      staff: definition.staff,
      now,
    }),
  );

  return {
    app,
    database,
    async stop() {
      await drain(app, options.stopDelay);
      await apollo.stop();
      await database.destroy();
      stopLogging();
      await observation.close();
    },
  };
}

type Border = Pick<Routes, "requirePassport" | "viewerOf">;

/** Before the body is read: who holds no passport cannot make the subgraph read anything. */
function passportControl(verifyPassport: VerifyPassport): Border {
  const viewers = new WeakMap<object, Viewer>();
  return {
    async requirePassport(request, reply) {
      const passport = request.headers[PASSPORT_HEADER];
      try {
        viewers.set(request, await verifyPassport(typeof passport === "string" ? passport : undefined));
      } catch {
        await reply.code(401).send({ errors: [UNAUTHENTICATED] });
      }
    },
    viewerOf(request) {
      const viewer = viewers.get(request);
      if (!viewer) throw new GraphQLError(UNAUTHENTICATED.message, UNAUTHENTICATED);
      return viewer;
    },
  };
}

function registerGraph<Context extends RequestContext>(
  app: FastifyInstance,
  apollo: ApolloServer<Context>,
  { requirePassport, viewerOf, tracing }: Border & { tracing: Tracing | undefined },
  contextOf: (base: RequestContext) => Context,
  baseOf: (viewer: Viewer) => RequestContext,
): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const { body, http } = await apollo.executeOperation(questionIn(request.body), {
      contextValue: contextOf(baseOf(viewerOf(request))),
    });
    if (body.kind !== "single") throw new Error("A subgraph answers in one piece.");
    return reply
      .code(http.status ?? 200)
      .header("content-type", "application/json; charset=utf-8")
      .send(JSON.stringify(body.singleResult));
  };
  app.post("/graphql", {
    onRequest: requirePassport,
    handler(request, reply) {
      const span = beginRequestSpan(tracing, request, viewerOf(request).requestId);
      const work = new RequestWork(timeLeft(request.headers[TIME_LEFT_HEADER]), span);
      reply.raw.once("close", () => {
        span?.end(reply.statusCode >= 500 ? `HTTP_${reply.statusCode}` : undefined);
        // Whoever asked has gone, or has the answer.
        work.cut();
        work.end();
      });
      return work.run(() => answer(request, reply));
    },
  });
}

/** What a request of the gateway asks; whatever is missing or of another kind is left to the graph to refuse. */
function questionIn(body: unknown): GraphQLRequest {
  const { query, operationName, variables } = (body ?? {}) as Partial<Record<string, unknown>>;
  return {
    ...(typeof query === "string" ? { query } : {}),
    ...(typeof operationName === "string" ? { operationName } : {}),
    ...(typeof variables === "object" && variables !== null ? { variables } : {}),
  };
}

/** How long the sender of a request waits for its answer, in milliseconds. */
function timeLeft(header: string | string[] | undefined): number {
  const said = /^\d{1,6}$/.test(String(header)) ? Number(header) : LONGEST_WORK;
  return Math.min(said, LONGEST_WORK);
}

/** At the level `debug`, each SQL statement by its text; its values are never written. */
function logStatements(log: Log): () => void {
  const write = (statement: unknown) => log.debug({ sql: String(statement) }, "statement");
  SQL_CHANNEL.subscribe(write);
  return () => SQL_CHANNEL.unsubscribe(write);
}

const UNAUTHENTICATED = { message: "A valid passport is required.", extensions: { code: "UNAUTHENTICATED" } };

async function databaseReadiness(database: DataSource) {
  const work = new RequestWork(DATABASE_PATIENCE);
  const ready = await work.run(() =>
    database.query("select 1").then(
      () => true,
      () => false,
    ),
  );
  work.end();
  return ready ? { ready } : { ready, notReady: ["database"] };
}

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
  subgraph: string,
  log: Log,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const given = String(formatted.extensions?.["code"] ?? "INTERNAL_SERVER_ERROR");
    // The gateway sends valid operations; what it cannot judge is whether a value is a day or a moment.
    const code = given === "GRAPHQL_VALIDATION_FAILED" ? "BAD_USER_INPUT" : given;
    if (PUBLIC_CODES.has(code)) return { ...formatted, extensions: { code } };
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if (isUnanswered(cause))
      return {
        ...formatted,
        message: "The database did not answer: send the same change again, with the same reference.",
        extensions: { code: "SUBGRAPH_UNAVAILABLE", subgraph },
      };
    log.error(
      { err: describeError(cause), path: formatted.path?.join(".") },
      "a field could not be answered",
    );
    return {
      ...formatted,
      message: "This part could not be answered; it was reported with the request's id.",
      extensions: { code: "INTERNAL_SERVER_ERROR" },
    };
  };
}
