/**
 * Keeps the plans of trusted operations ready: each is rehearsed when the gateway starts, when it is registered, and when
 * the supergraph was replaced, so that no partner system waits for planning.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Log } from "../../platform/log.ts";

/** Documents that are rehearsed at most: beyond that, plans would push each other out. */
const MOST = 500;
/** While others ask, planning takes one part in so many of the time. */
const SHARE = 5;

export interface WarmSettings {
  /** Has the plan of a document made and kept. @throws when it cannot be planned */
  rehearse: (document: string) => Promise<void>;
  /** Whether callers are being served at this moment. */
  isBusy: () => boolean;
  log: Log;
}

export class Warmer {
  readonly #settings: WarmSettings;
  readonly #rehearsed = new Set<string>();
  #wanted: ReadonlyMap<string, string> = new Map();
  #round: Promise<void> | undefined;
  #stopped = false;

  constructor(settings: WarmSettings) {
    this.#settings = settings;
  }

  /** From now on the plans of these documents, by their ids, are to be ready; those that were are not made again. */
  want(documents: ReadonlyMap<string, string>): void {
    this.#wanted = documents;
    // Those that were retired take up no room among so many.
    for (const id of this.#rehearsed) if (!documents.has(id)) this.#rehearsed.delete(id);
    this.#begin();
  }

  /** No plan is good any more: all are made again. */
  startOver(): void {
    this.#rehearsed.clear();
    this.#begin();
  }

  /** Resolves when all that is wanted was rehearsed, or after `patience` milliseconds. */
  async settled(patience: number): Promise<void> {
    const enough = new AbortController();
    await Promise.race([
      this.#round,
      pause(patience, undefined, { signal: enough.signal }).catch(() => undefined),
    ]);
    enough.abort();
  }

  stop(): void {
    this.#stopped = true;
  }

  #begin(): void {
    this.#round ??= this.#warm().finally(() => {
      this.#round = undefined;
    });
  }

  async #warm(): Promise<void> {
    // Whoever else is told of a new supergraph is told first.
    await pause(0);
    for (let next = this.#next(); next && !this.#stopped; next = this.#next()) {
      const [id, document] = next;
      this.#rehearsed.add(id);
      const before = performance.now();
      try {
        await this.#settings.rehearse(document);
      } catch (error) {
        this.#settings.log.warn(
          { document: id, reason: error instanceof Error ? error.message : "unknown" },
          "a trusted operation cannot be planned",
        );
      }
      const spent = performance.now() - before;
      await pause(this.#settings.isBusy() ? spent * (SHARE - 1) : 0);
    }
  }

  #next(): [string, string] | undefined {
    if (this.#rehearsed.size >= MOST) return undefined;
    for (const entry of this.#wanted) if (!this.#rehearsed.has(entry[0])) return entry;
    return undefined;
  }
}
