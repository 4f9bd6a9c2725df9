/** What a client may know of an error: a stable code and a sentence, never the inside of the hub or of a partner. */
import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import { describeError, type Log } from "../platform/log.ts";
import type { GatewayContext } from "./context.ts";
import type { MentionsHidden } from "./hidden-names.ts";
import { withoutSuggestion } from "./suggestion.ts";

const UNEXPECTED = "INTERNAL_SERVER_ERROR";
const UNEXPECTED_MESSAGE =
  "Something went wrong while the answer was prepared. If it happens again, tell whoever runs the hub the request id.";

/** Codes that, coming from a partner's server, speak of the gateway's own query and not of the caller's. */
const PARTNER_FAULTS = new Set([
  UNEXPECTED,
  "DOWNSTREAM_SERVICE_ERROR",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "UNAUTHENTICATED",
]);

/**
 * Codes of a request that was refused before it ran. Such errors quote the caller's own words and the visible schema
 * only; to blur those that happen to name a hidden field would tell that the name is a good guess.
 */
const CALLER_FAULTS = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "BAD_USER_INPUT",
]);

/**
 * A function that makes of any error what the client may see: message, locations, path, and in `extensions` the code
 * and the subgraph. Unforeseen errors get the code `INTERNAL_SERVER_ERROR` and a general message; so does a message
 * that mentions a hidden name, and a path stops before a hidden field. Unless `suggests`, no message proposes another
 * name (the server's own switch for that forgets the values of variables).
 */
export function publicError(
  isHidden: MentionsHidden,
  suggests = false,
): (formatted: Readonly<GraphQLFormattedError>) => GraphQLFormattedError {
  return ({ message, locations, path, extensions }) => {
    const subgraph = nameIn(extensions, "subgraph") ?? nameIn(extensions, "serviceName");
    const given = nameIn(extensions, "code") ?? UNEXPECTED;
    const isFault = subgraph === undefined ? given === UNEXPECTED : PARTNER_FAULTS.has(given);
    const code = isFault || !/^[A-Z][A-Z0-9_]{2,63}$/.test(given) ? UNEXPECTED : given;
    const visiblePath = path && visiblePart(path, isHidden);
    const isCallers = subgraph === undefined && CALLER_FAULTS.has(code);
    return {
      message:
        code === UNEXPECTED || (!isCallers && isHidden(message))
          ? UNEXPECTED_MESSAGE
          : suggests
            ? message
            : withoutSuggestion(message),
      ...(locations ? { locations } : {}),
      ...(visiblePath && visiblePath.length > 0 ? { path: visiblePath } : {}),
      extensions: { code, ...(subgraph === undefined ? {} : { subgraph }) },
    };
  };
}

/**
 * Adds the request id to unforeseen errors and logs them, and gives an error to what would otherwise be a `null`
 * without a reason: a value that a partner sent and that does not fit the graph.
 */
export function errorPlugin(log: Log): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) {
            if ((error.extensions["code"] ?? UNEXPECTED) === UNEXPECTED)
              log.error(
                {
                  request: contextValue.viewer.requestId,
                  subgraph: error.extensions["serviceName"],
                  err: describeError(error.originalError ?? error),
                },
                "unforeseen error",
              );
          }
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== "single") return;
          const { singleResult } = response.body;
          const errors = dropRepeated([...(singleResult.errors ?? []), ...takeMisfits(singleResult)]);
          if (errors.length === 0) return;
          const { requestId } = contextValue.viewer;
          singleResult.errors = errors.map((error) =>
            error.extensions?.["code"] === UNEXPECTED
              ? { ...error, extensions: { ...error.extensions, requestId } }
              : error,
          );
        },
      };
    },
  };
}

/** What was found not to fit the graph, and who sent it as far as that is known. */
interface Misfit {
  path: readonly (string | number)[];
  subgraph?: string;
}

/**
 * Takes what the gateway found not to fit the graph out of the extensions, as errors in the usual shape: all that does
 * not follow from an error which is told anyway.
 */
function takeMisfits(result: {
  errors?: readonly GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}): GraphQLFormattedError[] {
  const misfits = result.extensions?.["valueCompletion"] as readonly Misfit[] | undefined;
  if (!misfits) return [];
  delete result.extensions;
  const { errors = [] } = result;
  return misfits
    .filter(({ path }) => !errors.some((error) => explains(error, path)))
    .map(({ path, subgraph }) => ({
      message: "A partner sent a value that does not fit the graph: it is left out.",
      path: [...path],
      extensions: { code: "INVALID_ANSWER", ...(subgraph === undefined ? {} : { subgraph }) },
    }));
}

/** Whether a `null` at `path` may follow from the error: it stands there, above or below, or nowhere in particular. */
function explains(error: GraphQLFormattedError, path: readonly (string | number)[]): boolean {
  return (error.path ?? []).every((step, index) => index >= path.length || step === path[index]);
}

/** Several hidden fields that failed leave the same visible error: once is enough. */
function dropRepeated(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}

function visiblePart(path: readonly (string | number)[], isHidden: MentionsHidden): (string | number)[] {
  const end = path.findIndex((element) => typeof element === "string" && isHidden(element));
  return end === -1 ? [...path] : path.slice(0, end);
}

function nameIn(extensions: Readonly<Record<string, unknown>> | undefined, key: string): string | undefined {
  const value = extensions?.[key];
  return typeof value === "string" ? value : undefined;
}
