/**
 * A subgraph as its libraries serve it when nobody does more: the same resolvers, loaders and SQL, in Apollo Server's
 * standalone server and on typeorm as they come. In the benchmark's stock set-up it stands in for
 * platform/serve-subgraph.ts (see stock-loader.mjs); no code of production knows of it.
 */
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { GraphQLError } from "graphql";
import type { z } from "zod";
import { connect, createDatabase } from "../../platform/database.ts";
import { PASSPORT_HEADER } from "../../platform/passport.ts";
import { openScope } from "../../platform/scope.ts";
import type { buildSubgraphServer as build, SubgraphOptions } from "../../platform/serve-subgraph.ts";
import { subgraphSchema, type RequestContext, type SubgraphDefinition } from "../../platform/subgraph.ts";
import { Waves } from "../../platform/waves.ts";

/** What stands beside the requests says nothing here. */
const SILENT = { info() {}, warn() {}, error() {}, debug() {} };

/** In place of the function of the same name; of its result, what the command `serve` uses. */
export async function buildSubgraphServer<Context extends RequestContext, Shape extends z.ZodRawShape>(
  definition: SubgraphDefinition<Context, Shape>,
  settings: z.infer<z.ZodObject<Shape>>,
  { databaseUrl, poolSize, verifyPassport }: SubgraphOptions,
): Promise<Awaited<ReturnType<typeof build>>> {
  const database = await connect(createDatabase(databaseUrl, definition.database, poolSize));
  const server = new ApolloServer<Context>({ schema: await subgraphSchema(definition) });
  const contextOf = definition.context(settings);
  const listen = ({ host, port }: { host: string; port: number }) =>
    startStandaloneServer(server, {
      listen: { host, port },
      context: async ({ req }) => {
        const viewer = await verifyPassport(String(req.headers[PASSPORT_HEADER])).catch(() => {
          throw new GraphQLError("A valid passport is required.", {
            extensions: { code: "UNAUTHENTICATED", http: { status: 401 } },
          });
        });
        return contextOf({
          viewer,
          database,
          ...(definition.tenant
            ? openScope(database, definition.tenant(viewer))
            : { manager: database.manager, admit: () => undefined }),
          waves: new Waves(),
          staff: definition.staff,
          now: () => new Date(),
        });
      },
    });
  return {
    app: { log: SILENT, listen, server: { address: () => null } } as never,
    database,
    stop: async () => {
      await server.stop();
      await database.destroy();
    },
  };
}
