/**
 * A rehearsal: an operation goes the way of every request, through limits, validation and planning, for nobody and with
 * made-up variables, and no subgraph is asked. What is kept of it on the way is there when it is asked in earnest.
 */
import type { ApolloServer } from "@apollo/server";
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { Log } from "../../platform/log.ts";
import type { GatewayContext } from "../context.ts";
import type { Limiter } from "../limits/limiter.ts";
import { UNSEEN } from "../observe/observation.ts";
import type { Supergraph } from "../supergraph.ts";
import type { TrustedList } from "./list.ts";
import { Warmer } from "./warm.ts";

/** What a partner that is not asked leaves behind: a rehearsal is about the plan, not about the answer. */
const MISSING = "INVALID_ANSWER";

export interface Warmable {
  apollo: ApolloServer<GatewayContext>;
  limiter: Limiter;
  gateway: Supergraph["gateway"];
  list: TrustedList;
  turns: { load: { running: number } };
  log: Log;
}

/** From now on the operations of `list` are rehearsed as they become known, and again when the graph changes. */
export function warmTrusted({ apollo, limiter, gateway, list, turns, log }: Warmable): Warmer {
  let schema: GraphQLSchema | undefined;
  const warmer = new Warmer({
    rehearse: rehearsals(apollo, limiter, () => schema),
    isBusy: () => turns.load.running > 0,
    log,
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
    warmer.startOver();
  });
  list.onRead((documents) => warmer.want(documents));
  return warmer;
}

/**
 * Rehearses the operations of a document, each as it may be asked for: by its name and, when it is the only one, without.
 * Rejects with the code of what is wrong with the document.
 */
function rehearsals(
  apollo: ApolloServer<GatewayContext>,
  limiter: Limiter,
  schema: () => GraphQLSchema | undefined,
): (document: string) => Promise<void> {
  const play = async (
    query: string,
    operationName: string | undefined,
    variables: Record<string, unknown>,
  ) => {
    const asked = { query, variables, ...(operationName === undefined ? {} : { operationName }) };
    limiter.admit(asked);
    const { body } = await apollo.executeOperation(asked, { contextValue: ofNobody() });
    const codes =
      body.kind === "single" ? body.singleResult.errors?.map(({ extensions }) => extensions?.["code"]) : [];
    const wrong = codes?.find((code) => code !== MISSING);
    if (wrong !== undefined) throw new Error(String(wrong));
  };
  return async (document) => {
    const known = schema();
    if (!known) return;
    const operations = parse(document, { noLocation: true }).definitions.filter(
      (node) => node.kind === Kind.OPERATION_DEFINITION,
    );
    for (const operation of operations) {
      const variables = madeUp(known, operation);
      if (operation.name) await play(document, operation.name.value, variables);
      if (operations.length === 1) await play(document, undefined, variables);
    }
  };
}

/** The context of a request that nobody made: nothing is signed for it, and no subgraph asked. */
function ofNobody(): GatewayContext {
  return {
    viewer: {
      subject: "gateway",
      organisation: "alliance",
      roles: [],
      purpose: "COORDINATION",
      purposes: ["COORDINATION"],
      scopes: [],
      requestId: "rehearsal",
    },
    isRehearsal: true,
    passport: () => Promise.reject(new Error("A rehearsal asks no subgraph.")),
    gone: new AbortController().signal,
    deadline: Infinity,
    nameOperation: () => undefined,
    seen: UNSEEN,
  };
}

/** A value for each variable that needs one. A plan does not depend on them; that it is made does. */
function madeUp(schema: GraphQLSchema, operation: OperationDefinitionNode): Record<string, unknown> {
  const needed = (operation.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
    const known = type.kind === Kind.NON_NULL_TYPE && !defaultValue ? typeFromAST(schema, type) : undefined;
    return known && isInputType(known) ? [[variable.name.value, valueOf(known)] as const] : [];
  });
  return Object.fromEntries(needed);
}

const SCALARS: Readonly<Record<string, unknown>> = { Int: 1, Float: 1, Boolean: true };

function valueOf(given: GraphQLInputType): unknown {
  const type = getNullableType(given);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? "0";
  const fields = Object.values(type.getFields());
  const needed = type.isOneOf
    ? fields.slice(0, 1)
    : fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  return Object.fromEntries(needed.map((field) => [field.name, valueOf(field.type)]));
}
