/** FCCQ's process. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/run-subgraph.ts";
import { fccq } from "./subgraph.ts";

await runSubgraph(fccq);
