/** The registry's process: it serves, seals what was disclosed, notes what expired, tells news, compares arrivals, and can verify the seals. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/run-subgraph.ts";
import { comparing } from "./comparing.ts";
import { tellingNews } from "./news.ts";
import { sweeping } from "./referral-sweep.ts";
import { sealing, verify } from "./seals.ts";
import { registry } from "./subgraph.ts";

await runSubgraph(registry, {
  background: () => {
    const begins = [sealing(), sweeping(), tellingNews(), comparing()];
    return (databaseUrl, log) => {
      const ends = begins.map((begin) => begin(databaseUrl, log));
      return async () => {
        await Promise.all(ends.map((end) => end()));
      };
    };
  },
  commands: { verify },
});
