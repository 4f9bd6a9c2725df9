/** Tells the observation of a request what Apollo Server and the planner do with it. */
import type { ApolloServerPlugin } from "@apollo/server";
import { loggableName } from "../../platform/log.ts";
import type { GatewayContext } from "../context.ts";
import type { PlanResolved } from "./plan-text.ts";

/** Which operation it is, when its planning begins, and what became of it. Stands after the plugin that makes errors public. */
export const observationPlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart({ contextValue: { seen } }) {
    return {
      async didResolveOperation({ operation, operationName, queryHash }) {
        seen.operation(loggableName(operationName), operation?.operation ?? "none", queryHash);
      },
      async executionDidStart() {
        seen.planning();
      },
      async willSendResponse({ response }) {
        if (response.body.kind !== "single") return;
        const { data, errors = [] } = response.body.singleResult;
        seen.answered(
          data !== null && data !== undefined,
          errors.map(({ extensions }) => ({
            code: textOr(extensions?.["code"], "UNKNOWN"),
            subgraph: textOr(extensions?.["subgraph"], "none"),
          })),
        );
      },
    };
  },
};

/** Tells of each plan whether it was made for this operation, or found: the planner's cache gives the same object again. */
export function planObserver(): PlanResolved {
  const known = new WeakSet<object>();
  return ({ queryPlan, requestContext }) => {
    const isNew = !known.has(queryPlan);
    known.add(queryPlan);
    (requestContext.context as GatewayContext).seen.planned(queryPlan, isNew);
  };
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}
