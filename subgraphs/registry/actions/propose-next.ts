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
  for (const candidate of await manager.findBy(CandidateRow, { id: Any([...candidateIds]) }))
    await proposeNext(manager, candidate, now);
  return refolded;
}

/** A milestone from which nothing has come yet. */
interface Pending {
  id: string;
  kind: MilestoneKind;
  organisation: string;
  regionCode: string | null;
}

/**
 * Proposes what the person's milestones propose at the stage they have come to. All milestones are looked at again,
 * so that the order in which they come in is nothing; each proposes once.
 */
async function proposeNext(
  manager: EntityManager,
  { id: candidateId, stage, stageSince, exitReason }: CandidateRow,
  now: Date,
): Promise<void> {
  if (!stage || exitReason) return;
  const proposals = PROPOSALS.filter(({ at }) => at.includes(stage));
  if (proposals.length === 0) return;
  const pending: Pending[] = await manager.query(PENDING, [
    candidateId,
    proposals.map(({ on }) => on),
    proposals.map(({ reason }) => reason),
    stageSince,
    dayInQuebec(now),
  ]);
  for (const proposal of proposals) {
    const milestone = pending.find(({ kind }) => kind === proposal.on);
    if (milestone) await propose(manager, candidateId, proposal, milestone, now);
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
  select milestone.id, milestone.kind, organisation_code as organisation, region_code as "regionCode"
  from milestone join unnest($2::text[], $3::text[]) as proposal (kind, reason) on proposal.kind = milestone.kind
  where milestone.candidate_id = $1 and withdrawn_at is null and occurred_at >= $4
    and coalesce(track, 'EMPLOYMENT') = 'EMPLOYMENT'
    and not exists (select from missed_proposal where milestone_id = milestone.id)
    and not exists (select from referral where referral.candidate_id = $1 and referral.reason = proposal.reason
      and (milestone_id = milestone.id or requested_at >= occurred_at
        or open_until >= $5 and (reason <> 'REGION_CHOSEN' or to_organisation in (
          select code from organisation join mandate on mandate.organisation_id = organisation.id
          where mandate.mandate = 'WELCOME' and mandate.region_code = milestone.region_code))))
  order by occurred_at desc, milestone.id desc`;
