/**
 * Compiled execution: an operation that comes again is turned into a function of its own (graphql-jit) and runs
 * several times faster than when its document is interpreted field by field.
 *
 * The gateway sends the same few documents with other variables, so nearly every request finds its function. The
 * first uses are interpreted: compiling costs milliseconds, and a caller who writes every document anew must not make
 * the subgraph compile each.
 */
import type { ApolloServerOptionsWithGateway, BaseContext } from "@apollo/server";
import {
  execute,
  getNamedType,
  getOperationAST,
  isInputObjectType,
  OperationTypeNode,
  typeFromAST,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";

/** A document is compiled at this use. */
const COMPILED_AT_USE = 3;

interface Known {
  uses: number;
  /** Null when it could not be compiled: it stays interpreted. */
  compiled?: CompiledQuery | null;
}

export interface ExecutionOrder {
  document: DocumentNode;
  operationName: string | null | undefined;
  contextValue: unknown;
  variables: Readonly<Record<string, unknown>> | undefined;
}

/** Executes documents of `schema`. Apollo Server keeps parsed documents; what is compiled lives as long as its document. */
function compiledExecutor(schema: GraphQLSchema): (order: ExecutionOrder) => Promise<ExecutionResult> {
  const documents = new WeakMap<DocumentNode, Map<string, Known>>();
  return async ({ document, operationName, contextValue, variables = {} }) => {
    const known = knownOf(documents, document, operationName ?? "");
    known.uses += 1;
    if (known.uses >= COMPILED_AT_USE && known.compiled === undefined)
      known.compiled = compiledOf(schema, document, operationName);
    const interpreted = () =>
      execute({ schema, document, contextValue, variableValues: variables, operationName });
    if (!known.compiled) return interpreted();
    const result = await known.compiled.query(undefined, contextValue, variables);
    // Without data nothing was run, because a variable is wrong: the interpreter says so in the form that all know.
    return result.data === undefined ? interpreted() : result;
  };
}

/** Apollo Server's own interface for whoever executes in its place. */
export function executingBy(schema: GraphQLSchema): ApolloServerOptionsWithGateway<BaseContext>["gateway"] {
  const run = compiledExecutor(schema);
  return {
    onSchemaLoadOrUpdate(loaded) {
      loaded({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    load: async () => ({
      executor: ({ document, operationName, context, request }) =>
        run({ document, operationName, contextValue: context, variables: request.variables }) as never,
    }),
    stop: async () => undefined,
  };
}

function knownOf(
  documents: WeakMap<DocumentNode, Map<string, Known>>,
  document: DocumentNode,
  operationName: string,
): Known {
  const operations = documents.get(document) ?? new Map<string, Known>();
  documents.set(document, operations);
  const known = operations.get(operationName) ?? { uses: 0 };
  operations.set(operationName, known);
  return known;
}

function compiledOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null | undefined,
): CompiledQuery | null {
  const operation = getOperationAST(document, operationName);
  if (!operation || !isCompilable(schema, operation)) return null;
  const compiled = compileQuery(schema, document, operationName ?? undefined, {
    // What is thrown is logged by its own stack; one per null field would be captured for nobody.
    disablingCapturingStackErrors: true,
  });
  return isCompiledQuery(compiled) ? (compiled as CompiledQuery) : null;
}

/**
 * Reads whose variables are plain values. A compiled operation does not fill in the defaults of an input's fields, and
 * a write spends its time elsewhere.
 */
function isCompilable(
  schema: GraphQLSchema,
  { operation, variableDefinitions }: OperationDefinitionNode,
): boolean {
  return (
    operation === OperationTypeNode.QUERY &&
    (variableDefinitions ?? []).every(
      ({ type }) => !isInputObjectType(getNamedType(typeFromAST(schema, type))),
    )
  );
}
