/**
 * What a subgraph says when its database does not answer: a read is unavailable as a whole, with status 503, so that
 * the gateway may ask again; of a change, each part says for itself that it did not come about.
 */
import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { GraphQLError } from "graphql";
import { describeError, type Log } from "./log.ts";
import { DatabaseUnavailable } from "./query-runner.ts";
import { WorkCut, workUnderWay } from "./request-work.ts";

/** Whether `error` is no fault of the question: it was not answered, and may be at another time. */
export function isUnanswered(error: unknown): error is DatabaseUnavailable | WorkCut {
  return error instanceof DatabaseUnavailable || error instanceof WorkCut;
}

/** Says of the running request that a change must not be cut, and makes of unanswered reads what the file says. */
export function unansweredPlugin(log: Log): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      let cause: DatabaseUnavailable | WorkCut | undefined;
      let isRead = true;
      return {
        async didResolveOperation({ operation }) {
          isRead = operation?.operation === "query";
          if (!isRead) workUnderWay()?.finishWhatever();
        },
        async didEncounterErrors({ errors }) {
          cause ??= errors.map(({ originalError }) => originalError).find(isUnanswered);
        },
        async willSendResponse({ response }) {
          if (!cause || !isRead) return;
          if (cause instanceof DatabaseUnavailable)
            log.warn({ err: describeError(cause) }, "the database did not answer");
          response.http.status = 503;
          response.body = {
            kind: "single",
            singleResult: {
              errors: [
                new GraphQLError("The database does not answer.", { extensions: { code: cause.code } }),
              ],
            },
          };
        },
      };
    },
  };
}
