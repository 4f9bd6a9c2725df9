/** CCMM's process. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/run-subgraph.ts";
import { ccmm } from "./subgraph.ts";

await runSubgraph(ccmm);
