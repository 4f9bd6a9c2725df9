/** The sealer of the registry's process: at short intervals, beside the requests and on a connection of its own. */
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Log } from "../../../platform/log.ts";
import { sha256, type SealSigner } from "./seal-keys.ts";
import { sealBytes } from "../domain/seal.ts";
import { sealNext } from "./seal-disclosures.ts";

/**
 * Begins to seal what is disclosed, every `seconds`. A failure is logged and tried again: what waits is not lost.
 * @returns what stops it, once what is committed by then is sealed.
 */
export function startSealer(
  databaseUrl: string,
  signer: SealSigner,
  seconds: number,
  log: Log,
): () => Promise<void> {
  // Not from the pool of the requests: neither is ever to wait for the other.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: 5_000,
    application_name: "continuum sealer",
  });
  pool.on("error", (error) => log.warn({ err: error }, "the sealer lost its connection"));
  // One that is lost while it is in use fails what it was used for, and that is logged below.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const stopping = new AbortController();
  const running = run();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await sealAll();
      await pause(seconds * 1000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    await sealAll();
    await pool.end();
  }

  async function sealAll(): Promise<void> {
    try {
      const client = await pool.connect();
      try {
        for (let seal = await sealNext(client, signer); seal; seal = await sealNext(client, signer))
          // The head of the chain goes where logs are kept: who cuts the trail back cannot cut it there too.
          log.info(
            { seal: seal.number, entries: seal.count, head: sha256(sealBytes(seal)).toString("hex") },
            "disclosures were sealed",
          );
      } finally {
        client.release();
      }
    } catch (error) {
      log.error({ err: error }, "disclosures could not be sealed; it is tried again");
    }
  }

  return async () => {
    stopping.abort();
    await running;
  };
}
