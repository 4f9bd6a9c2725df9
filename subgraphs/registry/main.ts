/** The registry's process: it serves, seals what was disclosed and can verify the seals, and tells news. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/run-subgraph.ts";
import { tellingNews } from "./news.ts";
import { sealing, verify } from "./seals.ts";
import { registry } from "./subgraph.ts";

await runSubgraph(registry, {
  background: () => {
    const beginnings = [sealing(), tellingNews()];
    return (databaseUrl, log) => {
      const ends = beginnings.map((begin) => begin(databaseUrl, log));
      return async () => {
        await Promise.all(ends.map((end) => end()));
      };
    };
  },
  commands: { verify },
});
