/** The process of the regional partners. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/run-subgraph.ts";
import { regional } from "./subgraph.ts";

await runSubgraph(regional);
