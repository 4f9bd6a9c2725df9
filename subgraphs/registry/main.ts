/** The registry's process: it serves, seals what was disclosed, and can verify the seals. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/run-subgraph.ts";
import { sealing, verify } from "./seals.ts";
import { registry } from "./subgraph.ts";

await runSubgraph(registry, { background: sealing, commands: { verify } });
