/** Reads the trusted operations where they stand: at the registry, with a passport of the gateway's own. */
import { randomUUID } from "node:crypto";
import { request } from "undici";
import { z } from "zod";
import { PASSPORT_HEADER, type SignPassport } from "../../platform/passport.ts";

/** One operation of one client, retired or not. */
export interface RegisteredOperation {
  clientId: string;
  documentId: string;
  retiredAt: string | null;
}

export interface OperationWithText extends RegisteredOperation {
  document: string;
}

/** The list at the registry. Both reject when none of its servers gives it. */
export interface OperationsAtRegistry {
  /** Without the texts: cheap enough to be asked every few seconds. */
  ids: () => Promise<RegisteredOperation[]>;
  whole: () => Promise<OperationWithText[]>;
}

/** How long the registry may take for a page, in milliseconds. */
const TIMEOUT = 3_000;
const PAGE = 100;

const IDS = { clientId: z.string(), documentId: z.string(), retiredAt: z.string().nullable() };
const OPERATION = z.object(IDS);
const OPERATION_WITH_TEXT = z.object({ ...IDS, document: z.string() });

/** @param urls the registry's GraphQL endpoints, of which one is enough */
export function operationsAtRegistry(urls: readonly string[], sign: SignPassport): OperationsAtRegistry {
  /** The nodes as the first of the registry's servers says that answers. */
  const read = async <Node>(node: z.ZodObject & z.ZodType<Node>): Promise<Node[]> => {
    const passport = await sign(
      {
        subject: "gateway",
        organisation: "alliance",
        roles: ["SYSTEM"],
        purpose: "COORDINATION",
        purposes: ["COORDINATION"],
        scopes: ["candidates:read"],
        requestId: randomUUID(),
      },
      "registry",
    );
    let failure: unknown = new Error("The registry has no address.");
    for (const url of urls) {
      try {
        return await readPages(url, passport, node);
      } catch (error) {
        failure = error;
      }
    }
    throw failure;
  };
  return { ids: () => read(OPERATION), whole: () => read(OPERATION_WITH_TEXT) };
}

async function readPages<Node>(
  url: string,
  passport: string,
  node: z.ZodObject & z.ZodType<Node>,
): Promise<Node[]> {
  const query = `query TrustedOperations($after: String) {
    trustedOperations(first: ${PAGE}, after: $after) {
      nodes { ${Object.keys(node.shape).join(" ")} }
      pageInfo { hasNextPage endCursor }
    }
  }`;
  const answer = z.object({
    data: z.object({
      trustedOperations: z.object({
        nodes: z.array(node),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      }),
    }),
  });
  const nodes: Node[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const { body } = await request(url, {
      method: "POST",
      headers: { "content-type": "application/json", [PASSPORT_HEADER]: passport },
      body: JSON.stringify({ query, variables: { after } }),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const page = answer.parse(await body.json()).data.trustedOperations;
    nodes.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  }
  return nodes;
}
