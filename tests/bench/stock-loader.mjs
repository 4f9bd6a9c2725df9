/** Loaded into a subgraph of the stock set-up before its own code: it is served by stock-serve.ts instead. */
import { registerHooks } from "node:module";
import "./delay.mjs";

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    if (!found.url.endsWith("/dist/platform/serve-subgraph.js")) return found;
    return { ...found, url: new URL("../tests/bench/stock-serve.js", found.url).href };
  },
});
