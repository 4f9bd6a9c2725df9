/** The registry's list of trusted operations, as the gateway knows it: asked for when a program calls, kept for a while. */
import { randomUUID } from "node:crypto";
import { request } from "undici";
import { z } from "zod";
import type { Log } from "../../platform/log.ts";
import { PASSPORT_HEADER, type SignPassport } from "../../platform/passport.ts";
import { Refusal } from "../refusal.ts";

/** What one client may ask. */
export interface Trusted {
  /** Whether it may ask nothing else: so from its first registered operation on, also when all are retired. */
  held: boolean;
  /** By document id. */
  documents: ReadonlyMap<string, string>;
}

export interface TrustedList {
  /** @throws {Refusal} `TRUSTED_OPERATIONS_UNAVAILABLE` when the list could not be had even once. */
  of: (client: string) => Promise<Trusted>;
  /** Whether a document of this id is registered for anybody, as far as is known. */
  has: (documentId: string) => boolean;
  /** Reads the list anew, whatever is known; whoever wants to hear of it is told before this resolves. Never rejects. */
  renew: () => Promise<void>;
  /** `hear` is given the registered documents by their ids, each time the list was read. */
  onRead: (hear: (documents: ReadonlyMap<string, string>) => void) => void;
}

export interface TrustedListSettings {
  /** The registry's GraphQL endpoints, of which one is enough. */
  urls: readonly string[];
  sign: SignPassport;
  /** For how long the list is taken at its word, in milliseconds. */
  keptFor: number;
  log: Log;
}

const TIMEOUT = 3_000;
const PAGE = 100;
const FREE: Trusted = { held: false, documents: new Map() };

const QUERY = `query TrustedOperations($after: String) {
  trustedOperations(first: ${PAGE}, after: $after) {
    nodes { clientId documentId document retiredAt }
    pageInfo { hasNextPage endCursor }
  }
}`;

const ANSWER = z.object({
  data: z.object({
    trustedOperations: z.object({
      nodes: z.array(
        z.object({
          clientId: z.string(),
          documentId: z.string(),
          document: z.string(),
          retiredAt: z.string().nullable(),
        }),
      ),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});

/** The list at the registry. When the registry is down, what was known last stays good. */
export function trustedList(settings: TrustedListSettings): TrustedList {
  let known: Map<string, Trusted> | undefined;
  let goodUntil = 0;
  let round: Promise<void> | undefined;
  let documents: ReadonlyMap<string, string> = new Map();
  const listeners: ((documents: ReadonlyMap<string, string>) => void)[] = [];
  const refresh = async () => {
    try {
      known = byClient(await readAll(settings));
      goodUntil = performance.now() + settings.keptFor;
      documents = new Map([...known.values()].flatMap((client) => [...client.documents]));
      for (const hear of listeners) hear(documents);
    } catch {
      settings.log.warn("the list of trusted operations cannot be had from the registry");
      // Not at every request: the registry may be down for a while.
      goodUntil = performance.now() + Math.min(settings.keptFor, 1_000);
    } finally {
      round = undefined;
    }
  };
  return {
    has: (documentId) => documents.has(documentId),
    // One that was under way may have missed what is asked for now.
    renew: async () => {
      await round;
      await (round ??= refresh());
    },
    onRead: (hear) => listeners.push(hear),
    of: async (client) => {
      if (performance.now() >= goodUntil) await (round ??= refresh());
      if (!known)
        throw new Refusal(
          "TRUSTED_OPERATIONS_UNAVAILABLE",
          "What this system may ask cannot be found out at the moment: try again in a minute.",
          { headers: { "retry-after": "5" } },
        );
      return known.get(client) ?? FREE;
    },
  };
}

type Row = z.infer<typeof ANSWER>["data"]["trustedOperations"]["nodes"][number];

function byClient(rows: readonly Row[]): Map<string, Trusted> {
  const clients = new Map<string, { held: true; documents: Map<string, string> }>();
  for (const { clientId, documentId, document, retiredAt } of rows) {
    const client = clients.get(clientId) ?? { held: true, documents: new Map<string, string>() };
    clients.set(clientId, client);
    if (retiredAt === null) client.documents.set(documentId, document);
  }
  return clients;
}

/** The rows as the first of the registry's servers says that answers. */
async function readAll({ urls, sign }: TrustedListSettings): Promise<Row[]> {
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
      return await readPages(url, passport);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

async function readPages(url: string, passport: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const { body } = await request(url, {
      method: "POST",
      headers: { "content-type": "application/json", [PASSPORT_HEADER]: passport },
      body: JSON.stringify({ query: QUERY, variables: { after } }),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const { nodes, pageInfo } = ANSWER.parse(await body.json()).data.trustedOperations;
    rows.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  }
  return rows;
}
