/** The stock set-up: @apollo/gateway in @apollo/server's standalone server, as its documentation shows it. */
import { readFileSync } from "node:fs";
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { fetch } from "undici";
import { PASSPORT_HEADER, passportsFor } from "./viewer.mjs";

// It reports usage to its vendor otherwise, and looks for cloud metadata: neither is there to be measured.
process.env.APOLLO_TELEMETRY_DISABLED = "true";

const { HOST, PORT, SUPERGRAPH_PATH, FETCHER } = process.env;

class Subgraph extends RemoteGraphQLDataSource {
  async willSendRequest({ request, context }) {
    // The gateway itself asks without a context while it loads.
    if (context.passport) request.http.headers.set(PASSPORT_HEADER, await context.passport(this.name));
  }
}

const server = new ApolloServer({
  gateway: new ApolloGateway({
    supergraphSdl: readFileSync(SUPERGRAPH_PATH, "utf8"),
    // Its HTTP client is make-fetch-happen; undici is the best known replacement.
    buildService: ({ name, url }) =>
      new Subgraph({ name, url, ...(FETCHER === "undici" ? { fetcher: fetch } : {}) }),
  }),
  includeStacktraceInErrorResponses: false,
});

await startStandaloneServer(server, {
  listen: { host: HOST, port: Number(PORT) },
  context: async ({ req }) => ({ passport: await passportsFor(req.headers.authorization) }),
});
