/**
 * The thread that makes plans. It has its own copy of the graph, plans one operation at a time, and may be ended at any
 * moment: nothing is kept here.
 */
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { operationFromDocument, Supergraph, type Operation } from "@apollo/federation-internals";
import { parse } from "graphql";
import type { Job, Made, PlannerData } from "./planner.ts";

interface QueryPlanner {
  buildQueryPlan: (operation: Operation, options: object) => object;
}

/** The very planner that the gateway library uses itself. */
const { QueryPlanner } = createRequire(import.meta.resolve("@apollo/gateway"))("@apollo/query-planner") as {
  QueryPlanner: new (supergraph: Supergraph, config: PlannerData["config"]) => QueryPlanner;
};

const { supergraphSdl, config } = workerData as PlannerData;
const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: true });
const schema = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph, config);

const tell = (message: Made) => parentPort?.postMessage(message);
parentPort?.on("message", ({ source, operationName }: Job) => {
  try {
    const document = parse(source, { noLocation: true });
    const operation = operationFromDocument(
      schema,
      document,
      operationName === undefined ? {} : { operationName },
    );
    tell({ plan: JSON.stringify(planner.buildQueryPlan(operation, {})) });
  } catch {
    tell({ plan: null });
  }
});
tell("ready");
