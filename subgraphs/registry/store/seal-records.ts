/** Disclosures and seals as statements give them, in the very form in which they are hashed. */
import type { Seal } from "../domain/seal.ts";

/** The columns of an `Entry`, over the alias `entry`. */
export const ENTRY = `entry.id, to_char(entry.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  entry.candidate_id as "candidateId", entry.section, entry.status, entry.basis, entry.subject, entry.organisation,
  entry.purpose, entry.operation, entry.request_id as "requestId", entry.xact::text as xact`;

/** The columns of a `SealRecord`, over the alias `seal`. */
export const SEAL = `seal.number::text as number, seal.previous, seal.root, seal.count, seal.first_id as "firstId",
  seal.last_id as "lastId", seal.cursor_xact::text as "cursorXact", seal.cursor_id as "cursorId", seal.quiet,
  seal.sealed_at as "sealedAt", seal.key_id as "keyId", seal.signature, seal.destroyed_on::text as "destroyedOn"`;

export type SealRecord = Omit<Seal, "number" | "sealedAt"> & { number: string; sealedAt: Date };

export function readSeal(record: SealRecord): Seal {
  return { ...record, number: Number(record.number), sealedAt: record.sealedAt.toISOString() };
}
