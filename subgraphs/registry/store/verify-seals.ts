/** Verifies every seal and every disclosure, read as one moment and in pieces: millions take no more memory than one. */
import type { ClientBase } from "pg";
import { SealAudit, type Finding } from "../domain/seal-audit.ts";
import { isBefore, type Entry, type Seal } from "../domain/seal.ts";
import { sealVerifier, sha256 } from "./seal-keys.ts";
import { ENTRY, readSeal, SEAL, type SealRecord } from "./seal-records.ts";

export interface Verdict {
  /** All disclosures there are. */
  entries: number;
  sealed: number;
  unsealed: number;
  seals: number;
  /** How many disclosures the schedule destroyed; their seals are still there. */
  destroyed: number;
  /** How many things are not as they were sealed. */
  broken: number;
  /** The last seal and its hash, as `12:9f86...`; empty when there is none. */
  head: string;
}

/**
 * Says of each thing that is wrong which it is, as it is found, and gives the counts.
 * @param publicKeys the keys of the seals, see `sealVerifier`
 * @param today the day of the audit, as `2026-11-21`
 * @param head a head that was noted earlier: that seal must still be there, as it was
 */
export async function verifySeals(
  client: ClientBase,
  publicKeys: string,
  report: (finding: Finding) => void,
  today: string,
  head?: string,
): Promise<Verdict> {
  const isSigned = sealVerifier(publicKeys);
  // One snapshot: what is written or sealed meanwhile is not seen by halves.
  await client.query("begin isolation level repeatable read read only");
  const days = await destructions(client);
  const audit = new SealAudit({
    hash: sha256,
    isSigned,
    report,
    today,
    wasCarriedOut: (day) => days.has(day),
  });
  try {
    const isNoted = await auditSeals(client, audit, head);
    if (head && !isNoted)
      audit.broken(
        Number(head.split(":")[0]),
        null,
        `Seal ${head.split(":")[0]} is not the one that was noted: the trail was cut back or made anew`,
      );
    await auditUnsealed(client, audit);
  } finally {
    await client.query("rollback");
  }
  const { sealed, unsealed } = audit.counts;
  return {
    entries: sealed + unsealed,
    ...audit.counts,
    head: audit.last ? `${audit.last.number}:${audit.head()}` : "",
  };
}

/** The days on which the schedule says that it destroyed disclosures. */
async function destructions(client: ClientBase): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ day: string }>(
    "select ran_on::text as day from retention_run where rule = 'disclosures' and rows > 0",
  );
  return new Set(rows.map(({ day }) => day));
}

type PlaceRecord = Entry & {
  seal: string;
  position: number;
  disclosureId: string;
  hash: Buffer;
  found: boolean;
};

/** Goes through seals and places side by side; tells whether `head` was met. */
async function auditSeals(client: ClientBase, audit: SealAudit, head?: string): Promise<boolean> {
  let isNoted = false;
  const places = records<PlaceRecord>(
    client,
    "places",
    `select ${ENTRY}, sealed.seal::text as seal, sealed.position, sealed.disclosure_id as "disclosureId", sealed.hash,
       entry.id is not null as found
     from disclosure_sealed sealed left join disclosure entry on entry.id = sealed.disclosure_id
     order by sealed.seal, sealed.position`,
  );
  let place = await places.next();
  const skipTo = async (number: number) => {
    while (!place.done && Number(place.value.seal) < number) place = await places.next();
  };
  for await (const record of records<SealRecord>(
    client,
    "seals",
    `select ${SEAL} from disclosure_seal seal order by seal.number`,
  )) {
    const seal: Seal = readSeal(record);
    // Places of a seal that is gone: the gap between the numbers says so.
    await skipTo(seal.number);
    audit.beginSeal(seal);
    for (; !place.done && Number(place.value.seal) === seal.number; place = await places.next()) {
      const { position, disclosureId, hash, found } = place.value;
      audit.entry({ position, disclosureId, hash, entry: found ? place.value : null });
    }
    audit.endSeal();
    isNoted ||= head === `${seal.number}:${audit.head()}`;
  }
  while (!place.done) {
    const number = Number(place.value.seal);
    audit.missingSeal(number);
    await skipTo(number + 1);
  }
  return isNoted;
}

async function auditUnsealed(client: ClientBase, audit: SealAudit): Promise<void> {
  const { rows } = await client.query<{ below: string; unused: string }>(
    "select pg_snapshot_xmin(now)::text as below, pg_snapshot_xmax(now)::text as unused from pg_current_snapshot() now",
  );
  const { below = "0", unused = "0" } = rows[0] ?? {};
  const cursor = audit.last && { xact: audit.last.cursorXact, id: audit.last.cursorId };
  // Restored into another server: its numbers say nothing about those of the entries until the next seal.
  const isRestored = cursor !== null && BigInt(cursor.xact) > BigInt(below);
  for await (const entry of records<Entry>(
    client,
    "unsealed",
    `select ${ENTRY} from disclosure entry
     where not exists (select from disclosure_sealed sealed where sealed.disclosure_id = entry.id)`,
  )) {
    const isBehind = cursor !== null && (!isBefore(cursor, entry) || BigInt(entry.xact) >= BigInt(unused));
    audit.unsealed(entry, isBehind && !isRestored);
  }
}

/** The records of a statement, a few thousand at a time. */
async function* records<Each extends object>(
  client: ClientBase,
  name: string,
  statement: string,
): AsyncGenerator<Each, undefined> {
  await client.query(`declare ${name} no scroll cursor for ${statement}`);
  for (;;) {
    const { rows } = await client.query<Each>(`fetch 2000 from ${name}`);
    if (rows.length === 0) break;
    yield* rows;
  }
  await client.query(`close ${name}`);
  return undefined;
}
