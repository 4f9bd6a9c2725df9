/**
 * A leak on purpose, for the fuzz test to find: loaded into one process of a hub under test with `--import`, it changes
 * the module in memory. The build is never touched.
 */
import { registerHooks } from "node:module";

const MODULE = "/subgraphs/registry/domain/access.js";
const RIGHT = 'if (state === "GIVEN")';
// What the person took back is shown as if they had not.
const WRONG = 'if (state === "GIVEN" || state === "WITHDRAWN")';

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith(MODULE)) return loaded;
    const source = String(loaded.source);
    if (!source.includes(RIGHT))
      throw new Error("The leak cannot be planted: the decision reads otherwise now.");
    return { ...loaded, source: source.replace(RIGHT, WRONG) };
  },
});
