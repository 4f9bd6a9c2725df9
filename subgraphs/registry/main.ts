/** The registry's process. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/run-subgraph.ts";
import { registry } from "./subgraph.ts";

await runSubgraph(registry);
