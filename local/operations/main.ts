/**
 * `npm run operations -- register FILE… --client ID`, `list [--client ID]`, `retire ID…`: the operations that partner
 * systems are held to; see docs/how-to/hold-a-system-to-its-operations.md. Ends with one line of JSON.
 */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Supergraph } from "@apollo/federation-internals";
import { GraphQLError, Kind, parse, validate, type GraphQLSchema } from "graphql";
import { StartupError } from "../../platform/environment.ts";
import { runProcess } from "../../platform/process.ts";
import { checkout } from "../checkout.ts";
import { openGraph, type Ask } from "./graph.ts";

const USAGE =
  "Use npm run operations -- register FILE… --client ID, or list [--client ID], or retire ID… (the ids that list shows).";

interface Operation {
  id: string;
  clientId: string;
  documentId: string;
  label: string;
  retiredAt: string | null;
}

interface Document {
  label: string;
  document: string;
}

const FIELDS = "id clientId documentId label retiredAt";

await runProcess("operations", async () => {
  const { command, rest, client } = readArguments(process.argv.slice(2));
  const done = await (command === "register"
    ? register(await readDocuments(rest), client as string)
    : command === "retire"
      ? retire(rest)
      : list(client));
  console.log(JSON.stringify(done));
});

async function register(documents: readonly Document[], clientId: string) {
  const ask = await openGraph();
  const operations: Operation[] = [];
  for (const { label, document } of documents) {
    // Not by a reference made of the file: one that was retired since must come back.
    const operation = await change(ask, "trustedOperationRegister", {
      reference: randomUUID(),
      clientId,
      label,
      document,
    });
    console.error(`${operation.documentId}  ${label}`);
    operations.push(operation);
  }
  return { registered: operations.length, client: clientId, documentIds: operations.map(documentIdOf) };
}

async function retire(ids: readonly string[]) {
  const ask = await openGraph();
  const operations: Operation[] = [];
  for (const operationId of ids)
    operations.push(await change(ask, "trustedOperationRetire", { reference: randomUUID(), operationId }));
  return { retired: operations.length, documentIds: operations.map(documentIdOf) };
}

async function list(client: string | undefined) {
  const ask = await openGraph();
  const operations: Operation[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const { trustedOperations } = (await ask(
      `query ($after: String) { trustedOperations(first: 100, after: $after) {
         nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`,
      { after },
    )) as {
      trustedOperations: {
        nodes: Operation[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    };
    operations.push(...trustedOperations.nodes);
    after = trustedOperations.pageInfo.hasNextPage ? trustedOperations.pageInfo.endCursor : null;
  }
  const shown = operations.filter(({ clientId }) => client === undefined || clientId === client);
  for (const { id, clientId, documentId, label, retiredAt } of shown)
    console.error(`${id}  ${clientId}  ${documentId}  ${label}${retiredAt ? "  (retired)" : ""}`);
  return {
    operations: shown.length,
    clients: new Set(shown.map(({ clientId }) => clientId)).size,
    retired: shown.filter(({ retiredAt }) => retiredAt !== null).length,
  };
}

async function change(ask: Ask, name: string, input: Record<string, unknown>): Promise<Operation> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
  const { outcome } = (await ask(
    `mutation ($input: ${type}) { outcome: ${name}(input: $input) { operation { ${FIELDS} } userErrors { message } } }`,
    { input },
  )) as { outcome: { operation: Operation | null; userErrors: { message: string }[] } };
  if (!outcome.operation)
    throw new StartupError(`It was refused: ${outcome.userErrors.map(({ message }) => message).join(" ")}`);
  return outcome.operation;
}

/** The documents in `files`, each of one operation and right for the graph: better found here than by the system later. */
async function readDocuments(files: readonly string[]): Promise<Document[]> {
  const schema = Supergraph.build(await readFile(join(checkout, "schema/supergraph.graphql"), "utf8"))
    .apiSchema()
    .toGraphQLJSSchema();
  const documents: Document[] = [];
  for (const file of files) {
    const document = await readFile(file, "utf8").catch(() => {
      throw new StartupError(`${file} cannot be read: check its name and try again.`);
    });
    documents.push({ label: labelOf(file, document, schema), document });
  }
  return documents;
}

/** The name of the only operation in `document`. @throws {StartupError} when there is another one, or none. */
function labelOf(file: string, document: string, schema: GraphQLSchema): string {
  try {
    const parsed = parse(document);
    const [error] = validate(schema, parsed);
    if (error) throw error;
    const operations = parsed.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    const name = operations[0]?.name?.value;
    if (operations.length === 1 && name !== undefined) return name;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line = 1, column = 1 } = error.locations?.[0] ?? {};
    throw new StartupError(`${file}:${line}:${column}: ${error.message} Nothing was registered.`);
  }
  throw new StartupError(`${file} must hold one operation, with a name. Nothing was registered.`);
}

function documentIdOf({ documentId }: Operation): string {
  return documentId;
}

function readArguments(args: string[]): { command: string; rest: string[]; client: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { client: { type: "string" } },
      allowPositionals: true,
    });
    const [command = "", ...rest] = positionals;
    const { client } = values;
    const isRight =
      (command === "register" && rest.length > 0 && client) ||
      (command === "retire" && rest.length > 0 && client === undefined) ||
      (command === "list" && rest.length === 0);
    if (isRight) return { command, rest, client };
  } catch {
    // An option that does not exist: the sentence below says what does.
  }
  throw new StartupError(USAGE);
}
