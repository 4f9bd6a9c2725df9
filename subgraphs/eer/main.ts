/** EER's process. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/run-subgraph.ts";
import { eer } from "./subgraph.ts";

await runSubgraph(eer);
