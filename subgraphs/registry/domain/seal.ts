/**
 * Seals: disclosures that were written are hashed in batches into a tree, and each batch is signed together with the
 * seal before it, so that nothing of what was sealed can be changed, removed, added or put in another order unseen.
 *
 * Here stand the forms that are hashed. They never change: what is sealed today must be verifiable in ten years.
 */

/** The SHA-256 of some bytes; given by whoever calls, so that this file knows of nothing outside it. */
export type Hash = (bytes: Uint8Array) => Buffer;

/** A disclosure as it was written, each value as text. */
export interface Entry {
  id: string;
  /** The moment in UTC to the millisecond, as `2026-11-21T14:30:00.000Z`. */
  at: string;
  candidateId: string;
  /** The sections asked for, separated by commas; status and basis in the same order. */
  section: string;
  status: string;
  basis: string | null;
  subject: string;
  organisation: string;
  purpose: string;
  operation: string | null;
  requestId: string;
  /** The number of the transaction that wrote it, in decimal. */
  xact: string;
}

/** What a seal says; its signature covers all of it. */
export interface SealContent {
  /** 1, 2, 3 ... without a gap. */
  number: number;
  /** The hash of the seal before it; of nothing, for the first. */
  previous: Buffer;
  /** The root of the tree of its entries' hashes, in their order. */
  root: Buffer;
  count: number;
  firstId: string;
  lastId: string;
  /** Whatever was written before this place, by transaction and id, is in this seal or in one before it. */
  cursorXact: string;
  cursorId: string;
  /** No transaction was under way at `sealedAt`: what is not in a seal by then was begun later. */
  quiet: boolean;
  sealedAt: string;
  /** The `kid` of the key that signed it. */
  keyId: string;
}

export interface Seal extends SealContent {
  signature: Buffer;
  /** The day on which the schedule destroyed what it holds, as `2033-11-22`; null while it is kept. */
  destroyedOn: string | null;
}

/**
 * For how many years disclosures are kept, from their seal. [design] Twice the three years in which a right can be
 * claimed (Civil Code, art. 2925) and one more: longer than the register of incidents, which may point at them.
 */
export const DISCLOSURE_YEARS = 7;

/** The last day on which everything under a seal is still kept. */
export function keptThrough(sealedAt: string): string {
  const year = Number(sealedAt.slice(0, 4)) + DISCLOSURE_YEARS;
  return `${year}${sealedAt.slice(4, 10)}`;
}

/** What comes before the first seal. */
export const NO_SEAL = Buffer.alloc(32);

/** The smallest id there is: a cursor at it stands before all that its transaction wrote. */
export const NO_ID = "00000000-0000-0000-0000-000000000000";

/** The hash of a disclosure: a leaf of the tree. */
export function entryHash(entry: Entry, hash: Hash): Buffer {
  const form = [
    "continuum.disclosure.1",
    entry.id,
    entry.at,
    entry.candidateId,
    entry.section,
    entry.status,
    entry.basis,
    entry.subject,
    entry.organisation,
    entry.purpose,
    entry.operation,
    entry.requestId,
    entry.xact,
  ];
  return hash(Buffer.from(LEAF + JSON.stringify(form)));
}

/** The bytes of a seal that are signed, and whose hash the next seal holds. */
export function sealBytes(seal: SealContent): Buffer {
  const form = [
    "continuum.disclosure-seal.1",
    seal.number,
    seal.previous.toString("hex"),
    seal.root.toString("hex"),
    seal.count,
    seal.firstId,
    seal.lastId,
    seal.cursorXact,
    seal.cursorId,
    seal.quiet,
    seal.sealedAt,
    seal.keyId,
  ];
  return Buffer.from(JSON.stringify(form));
}

/**
 * The Merkle tree of RFC 6962 over leaves that come one by one, in the memory of its height. Leaves and nodes are
 * hashed with different first bytes, so that a node can never be passed off as a leaf.
 */
export class MerkleTree {
  /** The roots of the whole trees so far, the largest first. */
  private readonly peaks: { height: number; root: Buffer }[] = [];
  private readonly hash: Hash;

  constructor(hash: Hash) {
    this.hash = hash;
  }

  add(leaf: Buffer): void {
    let [height, root] = [0, leaf];
    for (let last = this.peaks.at(-1); last?.height === height; last = this.peaks.at(-1)) {
      this.peaks.pop();
      root = this.join(last.root, root);
      height += 1;
    }
    this.peaks.push({ height, root });
  }

  /** The root over all leaves added; the hash of nothing when there is none. */
  root(): Buffer {
    const roots = this.peaks.map(({ root }) => root);
    return roots.length === 0
      ? this.hash(Buffer.alloc(0))
      : roots.reduceRight((right, left) => this.join(left, right));
  }

  private join(left: Buffer, right: Buffer): Buffer {
    return this.hash(Buffer.concat([NODE, left, right]));
  }
}

/** Whether one entry stands before another in the order in which they are sealed. */
export function isBefore(one: Place, other: Place): boolean {
  const [a, b] = [BigInt(one.xact), BigInt(other.xact)];
  return a < b || (a === b && one.id < other.id);
}

/** A place in the order of the disclosures: by transaction, and within one by id. */
export interface Place {
  xact: string;
  id: string;
}

const LEAF = "\u0000";
const NODE = Buffer.from([1]);
