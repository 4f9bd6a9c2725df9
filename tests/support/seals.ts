/** A registry's trail of disclosures, sealed, tampered with and verified in a test. */
import { generateKeyPairSync, randomUUID, type KeyObject } from "node:crypto";
import pg from "pg";
import { dayInQuebec } from "../../platform/action.ts";
import { migrate } from "../../platform/database.ts";
import type { Finding } from "../../subgraphs/registry/domain/seal-audit.ts";
import type { Seal } from "../../subgraphs/registry/domain/seal.ts";
import { database as registryDatabase } from "../../subgraphs/registry/store/database.ts";
import { sealNext } from "../../subgraphs/registry/store/seal-disclosures.ts";
import { sealSigner } from "../../subgraphs/registry/store/seal-keys.ts";
import { verifySeals, type Verdict } from "../../subgraphs/registry/store/verify-seals.ts";
import { createTestDatabase, databaseUrl, testPostgresAdminUrl } from "./database.ts";

export interface Trail {
  url: string;
  ownerUrl: string;
  /** As the registry's own role, which may only add. */
  service: pg.Client;
  /** As somebody who may do anything to the database, and does not have the key. */
  superuser: pg.Client;
  keys: SealKeys;
  /** Writes disclosures as one request does, in one statement; gives their ids in the order of sealing. */
  disclose: (count: number, client?: pg.Client) => Promise<string[]>;
  /** Seals all there is to seal, and gives the seals made. */
  seal: (largest?: number) => Promise<Seal[]>;
  /** `today` moves the auditor's clock. */
  verify: (options?: {
    publicKey?: string;
    head?: string;
    today?: string;
  }) => Promise<Verdict & { findings: Finding[] }>;
  another: () => Promise<pg.Client>;
  close: () => Promise<void>;
}

export interface SealKeys {
  privateKey: string;
  publicKey: string;
}

export function sealKeys(kid: string = randomUUID()): SealKeys {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const text = (key: KeyObject) =>
    Buffer.from(JSON.stringify({ ...key.export({ format: "jwk" }), kid })).toString("base64url");
  return { privateKey: text(privateKey), publicKey: text(publicKey) };
}

/** A new registry's database with nothing disclosed. */
export async function openTrail(): Promise<Trail> {
  const database = await createTestDatabase("registry", async (url) => {
    await migrate(url, registryDatabase);
  });
  const keys = sealKeys();
  const clients: pg.Client[] = [];
  const connect = async (url: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    clients.push(client);
    return client;
  };
  const service = await connect(database.url);
  const superuser = await connect(
    databaseUrl(testPostgresAdminUrl(), new URL(database.url).pathname.slice(1)),
  );
  return {
    url: database.url,
    ownerUrl: database.ownerUrl,
    service,
    superuser,
    keys,
    disclose,
    async seal(largest) {
      const signer = sealSigner(keys.privateKey);
      const made: Seal[] = [];
      for (let seal = await next(); seal; seal = await next()) made.push(seal);
      return made;

      async function next() {
        await othersEnded(superuser);
        return sealNext(service, signer, largest);
      }
    },
    async verify({ publicKey = keys.publicKey, head, today = dayInQuebec(new Date()) } = {}) {
      const findings: Finding[] = [];
      const report = (finding: Finding) => findings.push(finding);
      const verdict = await verifySeals(service, publicKey, report, today, head);
      return { ...verdict, findings };
    },
    another: () => connect(database.url),
    async close() {
      await Promise.all(clients.map((client) => client.end()));
      await database.drop();
    },
  };

  async function disclose(count: number, client = service): Promise<string[]> {
    const { rows } = await client.query<{ id: string }>(
      `insert into disclosure (at, candidate_id, section, status, basis, subject, organisation, purpose, operation, request_id)
       select clock_timestamp(), gen_random_uuid(), 'IDENTITY', 'GRANTED', 'CONSENT', 'counsellor@promis', 'promis', 'SUPPORT', 'File', gen_random_uuid()
       from generate_series(1, $1) returning id`,
      [count],
    );
    return rows.map(({ id }) => id).sort();
  }
}

/** Autovacuum may hold a transaction for a moment, in whatever database: the sealer rightly waits for a later turn. */
async function othersEnded(superuser: pg.Client): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    const { rows } = await superuser.query<{ busy: boolean }>(
      "select exists (select from pg_stat_activity where backend_xid is not null and backend_type <> 'client backend') as busy",
    );
    if (!rows[0]?.busy) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
