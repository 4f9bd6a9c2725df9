/** Which operation of a document is meant: known before anything runs, and named in the log. */
import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError } from "graphql";
import { loggableName } from "../platform/log.ts";
import type { GatewayContext } from "./context.ts";
import type { Planner } from "./planning/planner.ts";

/**
 * Names the operation for the log and to the planner, and refuses a request that names none of its own (the planner would
 * fail with 500).
 */
export const operationPlugin = (planner: Planner): ApolloServerPlugin<GatewayContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, operationName, contextValue, queryHash, source, request }) {
        if (!operation)
          throw new GraphQLError(
            "The request must hold one operation, or name in operationName the one that is meant.",
            { extensions: { code: "OPERATION_RESOLUTION_FAILURE", http: { status: 400 } } },
          );
        contextValue.nameOperation(loggableName(operationName));
        planner.expect(queryHash, { source, operationName: request.operationName });
      },
    };
  },
});
