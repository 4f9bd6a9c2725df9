/** Hive Gateway, started by its own command; the passport goes with the headers that it propagates. */
import { defineConfig } from "@graphql-hive/gateway";
import { PASSPORT_HEADER, passportsFor } from "./viewer.mjs";

const passports = new WeakMap();

export const gatewayConfig = defineConfig({
  graphiql: false,
  landingPage: false,
  propagateHeaders: {
    async fromClientToSubgraphs({ request, subgraphName }) {
      if (!request) return {};
      let passport = passports.get(request);
      if (!passport) passports.set(request, (passport = passportsFor(request.headers.get("authorization"))));
      return { [PASSPORT_HEADER]: await (await passport)(subgraphName) };
    },
  },
});
