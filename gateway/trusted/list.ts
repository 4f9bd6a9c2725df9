/** The registry's list of trusted operations, as the gateway knows it: looked at every few seconds, whether anybody asks or not. */
import type { Log } from "../../platform/log.ts";
import { Refusal } from "../refusal.ts";
import type { OperationsAtRegistry, OperationWithText } from "./registry.ts";

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
  /** Looks at the list now; whoever wants to hear of it is told before this resolves. Never rejects. */
  renew: () => Promise<void>;
  /** `hear` is given the registered documents by their ids, each time the list was looked at. */
  onRead: (hear: (documents: ReadonlyMap<string, string>) => void) => void;
  /** Looks no more. */
  stop: () => void;
}

export interface TrustedListSettings {
  registry: OperationsAtRegistry;
  /** How often the list is looked at, in milliseconds; 0 for at each call of a program. */
  every: number;
  log: Log;
}

/** A look that was missed, by a gateway that stood still, is made up for before a program is believed. */
const GOOD_FOR_LOOKS = 2;
/** While nothing is known, programs that call have the registry asked so often at most, in milliseconds. */
const AGAIN_AFTER = 1_000;

const FREE: Trusted = { held: false, documents: new Map() };

/** The list at the registry. When the registry is down, what was known last stays good. */
export function trustedList({ registry, every, log }: TrustedListSettings): TrustedList {
  let known: ReadonlyMap<string, Trusted> | undefined;
  let documents: ReadonlyMap<string, string> = new Map();
  let goodUntil = 0;
  let round: Promise<void> | undefined;
  let isFailing = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const listeners: ((documents: ReadonlyMap<string, string>) => void)[] = [];

  /** The operations with their texts, which are read only when there is one that was never seen. */
  const read = async (): Promise<OperationWithText[]> => {
    if (!known) return registry.whole();
    const seen = await registry.ids();
    const isNew = seen.some(({ documentId, retiredAt }) => retiredAt === null && !documents.has(documentId));
    if (isNew) return registry.whole();
    return seen.map((each) => ({ ...each, document: documents.get(each.documentId) ?? "" }));
  };
  const look = async () => {
    try {
      known = byClient(await read());
      documents = new Map([...known.values()].flatMap((client) => [...client.documents]));
      for (const hear of listeners) hear(documents);
      isFailing = false;
    } catch {
      if (!isFailing) log.warn("the list of trusted operations cannot be had from the registry");
      isFailing = true;
    } finally {
      goodUntil = performance.now() + (known ? every * GOOD_FOR_LOOKS : Math.min(every, AGAIN_AFTER));
      round = undefined;
      lookLater();
    }
  };
  const lookLater = () => {
    clearTimeout(timer);
    if (every > 0 && !isStopped) timer = setTimeout(() => void (round ??= look()), every).unref();
  };

  return {
    has: (documentId) => documents.has(documentId),
    // One that was under way may have missed what is asked for now.
    renew: async () => {
      await round;
      await (round ??= look());
    },
    onRead: (hear) => listeners.push(hear),
    of: async (client) => {
      if (performance.now() >= goodUntil) await (round ??= look());
      if (!known)
        throw new Refusal(
          "TRUSTED_OPERATIONS_UNAVAILABLE",
          "What this system may ask cannot be found out at the moment: try again in a minute.",
          { headers: { "retry-after": "5" } },
        );
      return known.get(client) ?? FREE;
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

function byClient(operations: readonly OperationWithText[]): Map<string, Trusted> {
  const clients = new Map<string, { held: true; documents: Map<string, string> }>();
  for (const { clientId, documentId, document, retiredAt } of operations) {
    const client = clients.get(clientId) ?? { held: true, documents: new Map<string, string>() };
    clients.set(clientId, client);
    if (retiredAt === null) client.documents.set(documentId, document);
  }
  return clients;
}
