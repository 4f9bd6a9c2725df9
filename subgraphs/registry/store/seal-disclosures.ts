/** Seals what has been committed since the last seal: one batch, in one transaction that no writer ever waits for. */
import type { ClientBase } from "pg";
import { entryHash, MerkleTree, NO_ID, NO_SEAL, sealBytes, type Entry, type Seal } from "../domain/seal.ts";
import { sha256, type SealSigner } from "./seal-keys.ts";
import { ENTRY, readSeal, SEAL, type SealRecord } from "./seal-records.ts";

/** The most disclosures that one seal holds: what the sealer and the verifier keep in memory. */
const LARGEST_SEAL = 10_000;

/** What waits to be sealed, for the metrics: what lies behind the cursor of the last seal. */
export const SEAL_BACKLOG = {
  disclosures: /* sql */ `
    select 'unsealed' as state, count(*)::int as count,
      coalesce(extract(epoch from clock_timestamp() - min(at)), 0)::float as oldest
    from disclosure where (xact, id) > (
      coalesce((select cursor_xact from disclosure_seal order by number desc limit 1), '0'::xid8),
      coalesce((select cursor_id from disclosure_seal order by number desc limit 1), '${NO_ID}'::uuid))`,
};

/**
 * The seal that was made; null when nothing was to be sealed, or when another process is sealing. Call again until
 * it is null.
 * @param largest the most disclosures to take; tests ask for few
 */
export async function sealNext(
  client: ClientBase,
  signer: SealSigner,
  largest = LARGEST_SEAL,
): Promise<Seal | null> {
  await client.query("begin");
  try {
    const seal = (await isOurTurn(client)) ? await makeSeal(client, signer, largest) : null;
    await client.query("commit");
    return seal;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/** Replicas take turns by a lock that only they know of; whoever does not get it does not wait. */
async function isOurTurn(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ ours: boolean }>(
    "select pg_try_advisory_xact_lock(hashtext('continuum disclosure seal')) as ours",
  );
  return rows[0]?.ours ?? false;
}

async function makeSeal(client: ClientBase, signer: SealSigner, largest: number): Promise<Seal | null> {
  const { rows } = await client.query<SealRecord>(
    `select ${SEAL} from disclosure_seal seal order by seal.number desc limit 1`,
  );
  const last = rows[0] ? readSeal(rows[0]) : null;
  const moment = await readMoment(client);
  const { entries, isRestored } = await readUnsealed(client, last, moment, largest);
  const [first, final] = [entries[0], entries.at(-1)];
  if (!first || !final) return null;
  const hashes = entries.map((entry) => entryHash(entry, sha256));
  const tree = new MerkleTree(sha256);
  for (const hash of hashes) tree.add(hash);
  const isFull = entries.length === largest;
  const content = {
    number: (last?.number ?? 0) + 1,
    previous: last ? sha256(sealBytes(last)) : NO_SEAL,
    root: tree.root(),
    count: entries.length,
    firstId: first.id,
    lastId: final.id,
    ...cursorAfter(),
    quiet: moment.quiet && !isFull,
    sealedAt: moment.at.toISOString(),
    keyId: signer.keyId,
  };
  const seal = { ...content, signature: signer.sign(sealBytes(content)), destroyedOn: null };
  await writeSeal(client, seal, entries, hashes);
  return seal;

  /** What remains of a full batch is found behind the same cursor again, or behind the last entry taken. */
  function cursorAfter(): Pick<Seal, "cursorXact" | "cursorId"> {
    if (!isFull) return { cursorXact: moment.below, cursorId: NO_ID };
    if (isRestored && last) return { cursorXact: last.cursorXact, cursorId: last.cursorId };
    return { cursorXact: final?.xact ?? "0", cursorId: final?.id ?? NO_ID };
  }
}

interface Moment {
  /** Every transaction below this number has ended: what they wrote can be seen, and nothing will be added to it. */
  below: string;
  /** No transaction has been given this number or a higher one. */
  unused: string;
  quiet: boolean;
  at: Date;
}

async function readMoment(client: ClientBase): Promise<Moment> {
  const { rows } = await client.query<Moment>(
    `select pg_snapshot_xmin(now)::text as below, pg_snapshot_xmax(now)::text as unused,
       pg_snapshot_xmin(now) = pg_snapshot_xmax(now) as quiet, clock_timestamp()::timestamptz(3) as at
     from pg_current_snapshot() now`,
  );
  const [moment] = rows;
  if (!moment) throw new Error("PostgreSQL gave no snapshot");
  return moment;
}

/**
 * Transactions are numbered by the server. After a restore into another one the numbers begin anew, below those of
 * the last seal: then everything is looked through for what has no seal, until the cursor is one of this server.
 */
async function readUnsealed(
  client: ClientBase,
  last: Seal | null,
  { below, unused }: Moment,
  largest: number,
): Promise<{ entries: Entry[]; isRestored: boolean }> {
  const isRestored = last !== null && BigInt(last.cursorXact) > BigInt(below);
  const { rows } = await client.query<Entry>(
    `select ${ENTRY} from disclosure entry
     where ${isRestored ? "(xact < $1::xid8 or xact >= $2::xid8)" : "xact < $1::xid8 and $2::xid8 is not null"}
       and (xact, id) > ($3::xid8, $4::uuid)
       and not exists (select from disclosure_sealed sealed where sealed.disclosure_id = entry.id)
     order by entry.xact, entry.id limit $5`,
    [
      below,
      unused,
      isRestored ? "0" : (last?.cursorXact ?? "0"),
      isRestored ? NO_ID : (last?.cursorId ?? NO_ID),
      largest,
    ],
  );
  return { entries: rows, isRestored };
}

async function writeSeal(client: ClientBase, seal: Seal, entries: Entry[], hashes: Buffer[]): Promise<void> {
  await client.query(
    `insert into disclosure_seal (number, previous, root, count, first_id, last_id, cursor_xact, cursor_id, quiet, sealed_at, key_id, signature)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      seal.number,
      seal.previous,
      seal.root,
      seal.count,
      seal.firstId,
      seal.lastId,
      seal.cursorXact,
      seal.cursorId,
      seal.quiet,
      seal.sealedAt,
      seal.keyId,
      seal.signature,
    ],
  );
  await client.query(
    `insert into disclosure_sealed (disclosure_id, seal, position, hash)
     select given.id, $1, given.place - 1, given.hash
     from unnest($2::uuid[], $3::bytea[]) with ordinality as given (id, hash, place)`,
    [seal.number, entries.map(({ id }) => id), hashes],
  );
}
