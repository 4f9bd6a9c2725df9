/** Tells the observation of a request what Apollo Server and the planner do with it. */
import type { ApolloServerPlugin } from "@apollo/server";
import { loggableName } from "../../platform/log.ts";
import type { GatewayContext } from "../context.ts";

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

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}
