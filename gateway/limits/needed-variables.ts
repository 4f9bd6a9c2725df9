/** Which variables of an operation stand where there must be a value. */
import {
  isNonNullType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";

/** Gives their names: those of the operation and of all fragments of its document. Looked for when it is first asked. */
export function neededVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): () => ReadonlySet<string> {
  let known: Set<string> | undefined;
  return () => (known ??= look(schema, document, operation));
}

function look(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Set<string> {
  const names = new Set<string>();
  const types = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(types, {
    // What another operation of the document does with a variable of the same name says nothing of this one.
    OperationDefinition: (node) => (node === operation ? undefined : false),
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      if (isNonNullType(types.getInputType())) names.add(name.value);
    },
  });
  visit(document, visitor);
  return names;
}
