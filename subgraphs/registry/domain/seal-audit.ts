/**
 * The audit of the seals: is told seals and entries in their order, one by one, and says what is not as it was
 * sealed. It keeps a few numbers, whatever the length of the trail.
 */
import { entryHash, isBefore, keptThrough, MerkleTree, NO_SEAL, sealBytes } from "./seal.ts";
import type { Entry, Hash, Place, Seal } from "./seal.ts";

/** One thing that is wrong, in a sentence for the auditor. */
export interface Finding {
  /** The seal it is about; null when it is about what no seal holds. */
  seal: number | null;
  /** The disclosure it is about; null when it is about a seal. */
  disclosure: string | null;
  sentence: string;
}

/** A disclosure's place in a seal, as it was recorded when it was sealed. */
export interface SealedPlace {
  position: number;
  disclosureId: string;
  hash: Buffer;
  /** The disclosure as it is now; null when it is there no more. */
  entry: Entry | null;
}

export interface AuditTools {
  hash: Hash;
  /** Whether the signature is one of the key named, over these bytes. */
  isSigned: (bytes: Buffer, signature: Buffer, keyId: string) => boolean;
  report: (finding: Finding) => void;
  /** The day of the audit, as `2026-11-21`: nothing was destroyed after it. */
  today: string;
  /** Whether the trail of retention says that disclosures were destroyed on a day. */
  wasCarriedOut: (day: string) => boolean;
}

/**
 * How long before its writing an entry may be dated, in milliseconds: a request is dated when it begins, and clocks
 * differ a little.
 */
const LATEST_WRITING = 60_000;

export class SealAudit {
  readonly counts = { sealed: 0, unsealed: 0, seals: 0, destroyed: 0, broken: 0 };
  /** The last seal seen. */
  last: Seal | null = null;
  private lastHash: Buffer | null = NO_SEAL;
  private quietSince: Seal | null = null;
  private tree: MerkleTree;
  private next = 0;
  private previousEntry: Place | null = null;
  private misplaced: string[] = [];
  private hasGap = false;
  private isSound = true;
  private hasKept = false;
  private readonly tools: AuditTools;

  constructor(tools: AuditTools) {
    this.tools = tools;
    this.tree = new MerkleTree(tools.hash);
  }

  /** The next seal; its entries follow. */
  beginSeal(seal: Seal): void {
    this.counts.seals += 1;
    const expected = (this.last?.number ?? 0) + 1;
    if (seal.number !== expected) {
      this.broken(expected, null, `${named("Seal", expected, seal.number - 1)} removed`);
      this.lastHash = null;
    }
    const bytes = sealBytes(seal);
    this.isSound = this.tools.isSigned(bytes, seal.signature, seal.keyId);
    if (!this.isSound)
      this.broken(seal.number, null, `Seal ${seal.number} was changed: its signature does not fit`);
    else if (this.lastHash && !this.lastHash.equals(seal.previous))
      this.broken(seal.number, null, `Seal ${seal.number} does not follow seal ${seal.number - 1}`);
    // What follows a seal that is broken cannot be held against it: that seal was named already.
    this.lastHash = this.isSound ? this.tools.hash(bytes) : null;
    this.last = seal;
    this.tree = new MerkleTree(this.tools.hash);
    [this.next, this.previousEntry, this.misplaced, this.hasGap] = [0, null, [], false];
  }

  /** The next place of the seal that was begun. */
  entry({ position, disclosureId, hash, entry }: SealedPlace): void {
    const number = this.last?.number ?? 0;
    const count = this.last?.count ?? 0;
    if (this.last?.destroyedOn)
      return this.broken(
        number,
        disclosureId,
        `Disclosure ${disclosureId} is there, and seal ${number} says that it was destroyed`,
      );
    if (position >= count) {
      this.hasGap = true;
      return this.broken(number, disclosureId, `Disclosure ${disclosureId} was inserted into seal ${number}`);
    }
    if (position !== this.next) this.gap(this.next, position - 1);
    this.next = position + 1;
    this.tree.add(hash);
    if (!entry)
      return this.broken(
        number,
        disclosureId,
        `Disclosure ${disclosureId}, place ${position + 1} of seal ${number}, was removed`,
      );
    this.counts.sealed += 1;
    if (!entryHash(entry, this.tools.hash).equals(hash))
      return this.broken(
        number,
        disclosureId,
        `Disclosure ${disclosureId}, place ${position + 1} of seal ${number}, was changed`,
      );
    if (this.previousEntry && !isBefore(this.previousEntry, entry)) this.misplaced.push(entry.id);
    this.previousEntry = entry;
    this.date(entry, number);
  }

  /** No entry of the seal that was begun is left. */
  endSeal(): void {
    const seal = this.last;
    if (!seal) return;
    if (this.isSound && seal.quiet) this.quietSince = seal;
    if (seal.destroyedOn !== null) return this.destruction(seal, seal.destroyedOn);
    this.hasKept = true;
    if (this.next < seal.count) this.gap(this.next, seal.count - 1);
    // A root that is not signed for, or entries that were named already, would only be named twice.
    if (this.isSound && !this.hasGap && !this.tree.root().equals(seal.root)) this.disorder(seal.number);
  }

  /** Entries name a seal that is not there, after the last one. */
  missingSeal(number: number): void {
    this.broken(number, null, `Seal ${number} was removed: entries still name it`);
  }

  /**
   * An entry that no seal holds. `isBehind`: it stands where everything was sealed already, so it cannot have been
   * there then.
   */
  unsealed(entry: Entry, isBehind: boolean): void {
    this.counts.unsealed += 1;
    if (isBehind)
      this.broken(
        null,
        entry.id,
        `Disclosure ${entry.id} was inserted among what seal ${this.last?.number ?? 0} and those before it hold`,
      );
    else this.date(entry, null);
  }

  /** The hash of the last seal, to be kept elsewhere: whoever holds it knows if the trail was cut back. */
  head(): string {
    return this.last ? this.tools.hash(sealBytes(this.last)).toString("hex") : "";
  }

  /** Reports what is wrong. */
  broken(seal: number | null, disclosure: string | null, sentence: string): void {
    this.counts.broken += 1;
    this.tools.report({ seal, disclosure, sentence: `${sentence}.` });
  }

  /**
   * What a seal held is gone by the schedule: the seal itself stays in the chain. It is as it should be when its time
   * was over, everything before it went too, and the trail of retention tells of that day.
   */
  private destruction({ number, sealedAt, count }: Seal, on: string): void {
    this.counts.destroyed += count;
    const wrong = (why: string) => this.broken(number, null, `What seal ${number} held was destroyed ${why}`);
    if (on <= keptThrough(sealedAt)) wrong(`on ${on}, and was to be kept through ${keptThrough(sealedAt)}`);
    else if (on > this.tools.today) wrong(`on ${on}, which is still to come`);
    else if (this.hasKept) wrong(`on ${on}, and what a seal before it holds was not`);
    else if (!this.tools.wasCarriedOut(on)) wrong(`on ${on}, of which the trail of retention knows nothing`);
  }

  private gap(from: number, to: number): void {
    this.hasGap = true;
    const number = this.last?.number ?? 0;
    this.broken(number, null, `Of seal ${number}, ${named("place", from + 1, to + 1)} removed`);
  }

  private disorder(number: number): void {
    for (const id of this.misplaced)
      this.broken(number, id, `Disclosure ${id} is out of its place in seal ${number}`);
    if (this.misplaced.length === 0)
      this.broken(number, null, `Entries of seal ${number} were rewritten together with their hashes`);
  }

  /** What is dated before a quiet seal and yet came after it was not written when it says. */
  private date(entry: Entry, seal: number | null): void {
    const quiet = this.quietSince;
    if (quiet && Date.parse(entry.at) < Date.parse(quiet.sealedAt) - LATEST_WRITING)
      this.broken(
        seal,
        entry.id,
        `Disclosure ${entry.id} is dated ${entry.at} and was inserted after seal ${quiet.number} of ${quiet.sealedAt}`,
      );
  }
}

function named(what: string, from: number, to: number): string {
  return from === to ? `${what} ${from} was` : `${what}s ${from} to ${to} were`;
}
