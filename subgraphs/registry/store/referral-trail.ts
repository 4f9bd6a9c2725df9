/** The trail of referrals: every move is written beside what it changed, in the same transaction. */
import type { EntityManager } from "typeorm";
import { v7 as uuid } from "uuid";
import type { ReferralMove, ReferralSide, ReferralState } from "../domain/referral.ts";

export interface MadeMove {
  referralId: string;
  move: ReferralMove;
  side: ReferralSide;
  fromState: ReferralState | null;
  toState: ReferralState;
  at: Date;
  /** The subject and the organisation of who made it; null for a milestone's proposal, and for time. */
  movedBy: string | null;
  organisationCode: string | null;
  reason: string | null;
  words: string | null;
}

/** Adds a move at the end of the trail. The referral is new, or locked by the caller. */
export async function writeMove(manager: EntityManager, made: MadeMove): Promise<void> {
  await manager.query(
    `insert into referral_move (id, referral_id, position, move, side, from_state, to_state, at, moved_by, organisation_code, reason, words)
     select $1, $2, ${NEXT_POSITION("$2", "$5::text is null")}, $3, $4, $5, $6, $7, $8, $9, $10, $11`,
    [
      uuid(),
      made.referralId,
      made.move,
      made.side,
      made.fromState,
      made.toState,
      made.at,
      made.movedBy,
      made.organisationCode,
      made.reason,
      made.words,
    ],
  );
}

interface Queryable {
  query: (sql: string, values: unknown[]) => Promise<unknown>;
}

/**
 * Notes that referrals expired: those that nobody answered by the end of their time, of one person or of anybody, at
 * most `limit`. One that somebody moves at this very moment is left to them.
 */
export async function expireUnanswered(
  database: Queryable,
  {
    today,
    now,
    candidateId = null,
    limit = 1_000,
  }: { today: string; now: Date; candidateId?: string | null; limit?: number },
): Promise<void> {
  await database.query(EXPIRE, [today, now, candidateId, limit]);
}

/** After the last; a first move has no state before it. */
const NEXT_POSITION = (referral: string, isFirst: string): string =>
  `(select case when ${isFirst} then 1 else coalesce(max(position), 1) + 1 end from referral_move where referral_id = ${referral})`;

const EXPIRE = /* sql */ `
  with lapsed as (
    select id from referral where state = 'REQUESTED' and open_until < $1 and ($3::uuid is null or candidate_id = $3)
    order by open_until, id limit $4 for update skip locked),
  expired as (
    update referral set state = 'EXPIRED', state_since = $2, state_by = 'time'
    from lapsed where referral.id = lapsed.id returning referral.id)
  insert into referral_move (id, referral_id, position, move, side, from_state, to_state, at)
    select uuidv7(), expired.id, ${NEXT_POSITION("expired.id", "false")}, 'EXPIRE', 'TIME', 'REQUESTED', 'EXPIRED', $2
    from expired`;

/** Who made the last move of a referral, for a professional to read: a name with its organisation, or a system's. */
export async function whoMoved(manager: EntityManager, referralId: string): Promise<string> {
  const [last]: { name: string | null; organisation: string | null }[] = await manager.query(
    `select given_name || ' ' || family_name as name, organisation.name as organisation
     from referral_move left join professional on professional.subject = moved_by
     left join organisation on organisation.code = organisation_code
     where referral_id = $1 and from_state is distinct from to_state order by position desc limit 1`,
    [referralId],
  );
  if (!last?.organisation) return "the hub itself";
  return last.name ? `${last.name} (${last.organisation})` : `a system of ${last.organisation}`;
}
