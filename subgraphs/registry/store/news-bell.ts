/** The bell of a process: rings for who waits for news of an organisation, by one connection for all of them. */
import pg from "pg";
import type { Log } from "../../../platform/log.ts";
import { NEWS_CHANNEL } from "./publish-news.ts";

/** How long a lost connection is left alone at first and at most, in milliseconds. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 8_000;

export class NewsBell {
  readonly #databaseUrl: string;
  readonly #log: Log;
  readonly #waiting = new Map<string, Set<() => void>>();
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #closed = false;

  constructor(databaseUrl: string, log: Log) {
    this.#databaseUrl = databaseUrl;
    this.#log = log;
  }

  /**
   * Resolves when news of the organisation was published, or may have been; after `milliseconds`, or when `signal`
   * aborts, without. Ask before reading what is there, so that nothing falls between.
   */
  next(organisation: string, milliseconds: number, signal: AbortSignal): Promise<void> {
    this.#listen();
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(organisation) ?? new Set();
      this.#waiting.set(organisation, waiting);
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        waiting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      waiting.add(end);
      signal.addEventListener("abort", end);
      if (signal.aborted) end();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#ring(null);
    await this.#client?.end().catch(() => undefined);
  }

  /** Rings for these organisations; for all when it is not known for whom. */
  #ring(organisations: readonly string[] | null): void {
    for (const organisation of organisations ?? [...this.#waiting.keys()])
      for (const end of [...(this.#waiting.get(organisation) ?? [])]) end();
  }

  /** The first who waits makes the connection; one that is lost is made again, for as long as the process serves. */
  #listen(): void {
    if (this.#client || this.#timer || this.#closed) return;
    const client = new pg.Client({
      connectionString: this.#databaseUrl,
      connectionTimeoutMillis: 5_000,
      application_name: "continuum news stream",
      keepAlive: true,
    });
    this.#client = client;
    let lost = false;
    const lose = () => {
      if (lost || this.#closed) return;
      lost = true;
      this.#client = null;
      client.end().catch(() => undefined);
      this.#log.warn("the stream of news lost its connection to the database; it is made again");
      this.#timer = setTimeout(
        () => {
          this.#timer = undefined;
          this.#listen();
        },
        Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#failures++),
      );
    };
    client.on("error", lose);
    client.on("end", lose);
    client.on("notification", ({ payload }) => this.#ring(payload ? payload.split(",") : null));
    client
      .connect()
      .then(() => client.query(`listen ${NEWS_CHANNEL}`))
      .then(() => {
        this.#failures = 0;
        // What was published while nobody listened.
        this.#ring(null);
      })
      .catch(lose);
  }
}
