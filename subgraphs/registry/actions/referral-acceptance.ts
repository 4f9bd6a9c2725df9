/** What an acceptance means for the pathway: a milestone in the same transaction, and its end when it is taken back. */
import { IsNull } from "typeorm";
import { v7 as uuid } from "uuid";
import type { Work } from "../../../platform/action.ts";
import { REFERRAL_KINDS } from "../domain/referral-kind.ts";
import { MilestoneRow } from "../store/milestone.row.ts";
import { mandatesOf } from "../store/pathway.ts";
import type { ReferralRow } from "../store/referral.row.ts";
import { followMilestones } from "./propose-next.ts";

/** Records the milestone that the acceptance is, if its kind has one that the receiver may report. */
export async function recordAcceptance(referral: ReferralRow, work: Work): Promise<void> {
  const { manager, now, today } = work;
  const { candidateId, toOrganisation, fromOrganisation } = referral;
  const { accepted: kind, receiver } = REFERRAL_KINDS[referral.reason];
  if (!kind || !receiver) return;
  if (!(await mandatesOf(manager, toOrganisation, today)).includes(receiver)) return;
  // It hangs on the receiver's registration, or on that of whoever referred the person while there is none.
  const [registration]: { id: string }[] = await manager.query(
    `select id from registration where candidate_id = $1
     order by organisation_code = $2 desc, organisation_code = $3 desc, registered_on, id limit 1`,
    [candidateId, toOrganisation, fromOrganisation],
  );
  if (!registration) return;
  await work.save(MilestoneRow, {
    id: uuid(),
    registrationId: registration.id,
    candidateId,
    kind,
    occurredAt: now,
    organisationCode: toOrganisation,
    sourceId: sourceOf(referral),
    recordedAt: now,
    regionCode: null,
    withdrawnAt: null,
    track: null,
    moved: false,
  });
  await followMilestones(manager, [candidateId], now);
}

/** The milestone of the acceptance, if it counts still; null when its kind has none. */
export function findAcceptance(referral: ReferralRow, { manager }: Work): Promise<MilestoneRow | null> {
  return manager.findOneBy(MilestoneRow, {
    organisationCode: referral.toOrganisation,
    sourceId: sourceOf(referral),
    withdrawnAt: IsNull(),
  });
}

/** Takes the acceptance back: it is told no more, and the pathway stands as if it had not been. */
export async function withdrawAcceptance(milestone: MilestoneRow, work: Work): Promise<void> {
  await work.save(MilestoneRow, { ...milestone, withdrawnAt: work.now });
  await followMilestones(work.manager, [milestone.candidateId], work.now);
}

function sourceOf({ id }: ReferralRow): string {
  return `referral:${id}:accepted`;
}
