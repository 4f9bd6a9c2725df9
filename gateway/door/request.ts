/** A GraphQL request as it comes over HTTP, read strictly: what has the wrong shape is refused, not guessed at. */
import type { FastifyRequest } from "fastify";
import { isBag } from "../plan/types.ts";
import { Refusal } from "../refusal.ts";

export interface GraphRequest {
  query: string | undefined;
  /** Of an operation that was registered: `sha256:` and 64 digits. */
  documentId: string | undefined;
  /** Of an automatic persisted query. */
  sha256Hash: string | undefined;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

/** @throws {Refusal} `BAD_REQUEST` naming what is not as it must be. */
export function graphRequest(request: FastifyRequest): GraphRequest {
  const given = request.method === "GET" ? fromAddress(request.url) : request.body;
  if (!isBag(given))
    throw bad("The request must be one JSON object with a query; several at once are not taken.");
  const extensions = objectIn(given, "extensions");
  const asked = {
    query: textIn(given, "query"),
    documentId: textIn(given, "documentId"),
    sha256Hash: persistedHash(extensions),
    operationName: textIn(given, "operationName") || undefined,
    variables: objectIn(given, "variables") ?? {},
  };
  if (!asked.query && asked.documentId === undefined && asked.sha256Hash === undefined)
    throw bad("The request holds no query: send one as `query`, or the `documentId` of a registered one.");
  if (asked.documentId !== undefined && (asked.query || asked.sha256Hash !== undefined))
    throw bad("A request by `documentId` holds no query beside it.");
  return asked;
}

function persistedHash(extensions: Record<string, unknown> | undefined): string | undefined {
  const persisted = extensions?.["persistedQuery"];
  if (persisted === undefined || persisted === null) return undefined;
  if (!isBag(persisted) || persisted["version"] !== 1)
    throw bad("`extensions.persistedQuery` must be an object of version 1.");
  const hash = persisted["sha256Hash"];
  if (typeof hash !== "string" || !/^[0-9a-f]{64}$/.test(hash))
    throw bad("`extensions.persistedQuery.sha256Hash` must be 64 hexadecimal digits in small letters.");
  return hash;
}

/** The parameters of a GET request, with those that are objects read as JSON. */
function fromAddress(url: string): Record<string, unknown> {
  const parameters = new URLSearchParams(url.slice(url.indexOf("?") + 1 || url.length));
  const given: Record<string, unknown> = {};
  for (const [name, value] of parameters) {
    if (Object.hasOwn(given, name)) throw bad("A parameter of the address is given twice.");
    given[name] = name === "variables" || name === "extensions" ? json(name, value) : value;
  }
  return given;
}

function json(name: string, text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw bad(`\`${name}\` is not JSON.`);
  }
}

function textIn(given: Record<string, unknown>, name: string): string | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw bad(`\`${name}\` must be a text.`);
  return value;
}

function objectIn(given: Record<string, unknown>, name: string): Record<string, unknown> | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  if (!isBag(value)) throw bad(`\`${name}\` must be an object.`);
  return value;
}

function bad(message: string): Refusal {
  return new Refusal("BAD_REQUEST", message);
}
