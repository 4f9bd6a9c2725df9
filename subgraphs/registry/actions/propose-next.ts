/** After milestones: the next referral is proposed by itself, or somebody is told why it could not be. */
import { Any, type EntityManager } from "typeorm";
import { v7 as uuid } from "uuid";
import { dayInQuebec } from "../../../platform/action.ts";
import type { MilestoneKind } from "../domain/milestone.ts";
import { chooseReceiver, MissedBecause, PROPOSALS, type Choice, type Proposal } from "../domain/proposal.ts";
import { REFERRAL_KINDS } from "../domain/referral-kind.ts";
import { ALWAYS_SHARED, ReferralReason } from "../domain/referral.ts";
import { CandidateRow } from "../store/candidate.row.ts";
import { MissedProposalRow } from "../store/missed-proposal.row.ts";
import { refoldPathways, type Refolded } from "../store/pathway.ts";
import { readReceivers } from "../store/receivers.ts";
import { requestReferral } from "./referral-request.ts";

/** What follows when milestones of people were recorded or withdrawn: the stages, then what the milestones propose. */
export async function followMilestones(
  manager: EntityManager,
  candidateIds: readonly string[],
  now: Date,
): Promise<Refolded> {
  const refolded = await refoldPathways(manager, candidateIds);
  const candidates = await manager.findBy(CandidateRow, { id: Any([...candidateIds]) });
  await proposeNext(manager, candidates, now);
  return refolded;
}

/** A milestone from which nothing has come yet. */
interface Pending {
  id: string;
  candidateId: string;
  kind: MilestoneKind;
  organisation: string;
  regionCode: string | null;
}

/**
 * Proposes what the people's milestones propose at the stage each has come to. All milestones are looked at again,
 * so that the order in which they come in is nothing; each proposes once. One question for everybody: a report of a
 * hundred people asks as often as a report of one.
 */
async function proposeNext(
  manager: EntityManager,
  candidates: readonly CandidateRow[],
  now: Date,
): Promise<void> {
  const expected = candidates.flatMap(({ id, stage, stageSince, exitReason }) =>
    stage && !exitReason
      ? PROPOSALS.filter(({ at }) => at.includes(stage)).map((proposal) => ({ id, stageSince, proposal }))
      : [],
  );
  if (expected.length === 0) return;
  const pending: Pending[] = await manager.query(PENDING, [
    expected.map(({ id }) => id),
    expected.map(({ proposal }) => proposal.on),
    expected.map(({ proposal }) => proposal.reason),
    expected.map(({ stageSince }) => stageSince),
    dayInQuebec(now),
  ]);
  for (const { id, proposal } of expected) {
    const milestone = pending.find(({ candidateId, kind }) => candidateId === id && kind === proposal.on);
    if (milestone) await propose(manager, id, proposal, milestone, now);
  }
}

async function propose(
  manager: EntityManager,
  candidateId: string,
  { reason }: Proposal,
  { id: milestoneId, organisation: from, regionCode }: Pending,
  now: Date,
): Promise<void> {
  const today = dayInQuebec(now);
  const { receiver: mandate, sections: own } = REFERRAL_KINDS[reason];
  const sections = [...ALWAYS_SHARED, ...own];
  const ofRegion = reason === ReferralReason.REGION_CHOSEN;
  const choice: Choice =
    mandate === null || (ofRegion && regionCode === null)
      ? { because: MissedBecause.REGION_UNKNOWN }
      : chooseReceiver(
          await readReceivers(
            manager,
            { candidateId, mandate, regionCode: ofRegion ? regionCode : null, sections, from },
            today,
          ),
        );
  if ("because" in choice) {
    await manager.insert(MissedProposalRow, {
      id: uuid(),
      candidateId,
      milestoneId,
      organisationCode: from,
      reason,
      because: choice.because,
      missedOn: today,
      settledAt: null,
    });
    return;
  }
  await requestReferral(
    manager,
    {
      candidateId,
      from,
      to: choice.to,
      reason,
      sections,
      message: null,
      sentBy: null,
      milestoneId,
      expiresOn: null,
    },
    now,
  );
}

/**
 * The milestones that propose something, the latest first: of the stage the person is at, and without a referral of
 * that kind that was sent since, or that is open still; a region that is changed is chosen anew.
 */
const PENDING = /* sql */ `
  select milestone.id, candidate_id as "candidateId", milestone.kind, organisation_code as organisation,
    region_code as "regionCode"
  from milestone join unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) as expected (person, kind, reason, since)
    on expected.person = candidate_id and expected.kind = milestone.kind
  where withdrawn_at is null and occurred_at >= since
    and coalesce(track, 'EMPLOYMENT') = 'EMPLOYMENT'
    and not exists (select from missed_proposal where milestone_id = milestone.id)
    and not exists (select from referral where referral.candidate_id = milestone.candidate_id
      and referral.reason = expected.reason
      and (milestone_id = milestone.id or requested_at >= occurred_at
        or open_until >= $5 and (reason <> 'REGION_CHOSEN' or to_organisation in (
          select code from organisation join mandate on mandate.organisation_id = organisation.id
          where mandate.mandate = 'WELCOME' and mandate.region_code = milestone.region_code))))
  order by occurred_at desc, milestone.id desc`;
