/** A new referral, whoever asks for it: its row, its days, and the first move of its trail. */
import type { EntityManager } from "typeorm";
import { v7 as uuid } from "uuid";
import { dayInQuebec } from "../../../platform/action.ts";
import { dayAfter, dueAfter, REFERRAL_KINDS } from "../domain/referral-kind.ts";
import {
  ALWAYS_SHARED,
  ReferralMove,
  ReferralSide,
  ReferralState,
  type ReferralReason,
} from "../domain/referral.ts";
import type { Section } from "../domain/section.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { expireUnanswered, writeMove } from "../store/referral-trail.ts";

export interface Request {
  candidateId: string;
  from: string;
  to: string;
  reason: ReferralReason;
  sections: readonly Section[];
  message: string | null;
  /** Who sends it; null when a milestone proposes it. */
  sentBy: string | null;
  milestoneId: string | null;
  /** The last day of what it shares; that of its kind when null. */
  expiresOn: string | null;
}

/** Stands in a row for whoever is nobody: what a milestone proposed by itself. */
const THE_HUB = "hub";

/** The referral, sent. What came back to the sender before, and what was not proposed, is settled by it. */
export async function requestReferral(
  manager: EntityManager,
  request: Request,
  now: Date,
): Promise<ReferralRow> {
  const { candidateId, reason, sentBy } = request;
  const today = dayInQuebec(now);
  const kind = REFERRAL_KINDS[reason];
  // One that nobody answered in time is no longer in the way.
  await expireUnanswered(manager, { today, now, candidateId });
  await settleEarlier(manager, request, now);
  const referral = await manager.save(ReferralRow, {
    id: uuid(),
    candidateId,
    fromOrganisation: request.from,
    toOrganisation: request.to,
    reason,
    message: request.message,
    sections: [...new Set([...ALWAYS_SHARED, ...request.sections])],
    state: ReferralState.REQUESTED,
    requestedAt: now,
    requestedBy: sentBy ?? THE_HUB,
    milestoneId: request.milestoneId,
    dueOn: dueAfter(reason, ReferralState.REQUESTED, today) ?? today,
    lapsesOn: dayAfter(today, kind.lapsesInDays),
    expiresOn: request.expiresOn ?? dayAfter(today, kind.sharedForDays),
    stateSince: now,
    stateBy: sentBy ?? THE_HUB,
    endCode: null,
    outcome: null,
    receivedBy: null,
    settledAt: null,
    settledAs: null,
  });
  await writeMove(manager, {
    referralId: referral.id,
    move: ReferralMove.SEND,
    side: ReferralSide.SENDER,
    fromState: null,
    toState: ReferralState.REQUESTED,
    at: now,
    movedBy: sentBy,
    organisationCode: request.from,
    reason: null,
    words: null,
  });
  return referral;
}

async function settleEarlier(
  manager: EntityManager,
  { candidateId, from, to, reason }: Request,
  now: Date,
): Promise<void> {
  await manager.query(
    `update referral set settled_at = $1, settled_as = case when to_organisation = $5 then 'RESEND' else 'RESEND_ELSEWHERE' end
     where candidate_id = $2 and from_organisation = $3 and reason = $4 and state in ('DECLINED', 'EXPIRED') and settled_at is null`,
    [now, candidateId, from, reason, to],
  );
  await manager.query(
    "update missed_proposal set settled_at = $1 where candidate_id = $2 and organisation_code = $3 and reason = $4 and settled_at is null",
    [now, candidateId, from, reason],
  );
}
