/** Who could receive a referral of a person, with what a fair choice among them needs to know. */
import type { EntityManager } from "typeorm";
import { consentState, type ConsentFact } from "../domain/consent.ts";
import type { Mandate } from "../domain/organisation.ts";
import type { Receiver } from "../domain/proposal.ts";
import type { Section } from "../domain/section.ts";
import { monthOf, placesInRegions, placesLeft } from "./capacity.ts";

export interface Wanted {
  candidateId: string;
  mandate: Mandate;
  /** Only those whose mandate is for this region; null for any. */
  regionCode: string | null;
  /** What a receiver would see. */
  sections: readonly Section[];
  /** Who sends it: nobody refers to themselves. */
  from: string;
}

/** The organisations with the mandate today. A partner that declares no places is not taken to have none. */
export async function readReceivers(
  manager: EntityManager,
  { candidateId, mandate, regionCode, sections, from }: Wanted,
  today: string,
): Promise<Receiver[]> {
  const rows: ReceiverRow[] = await manager.query(RECEIVERS, [mandate, regionCode, candidateId, from, today]);
  const places =
    regionCode === null ? [] : await placesInRegions(manager, [regionCode], monthOf(today), today);
  return rows.map(({ organisation, known, open, lastAt, consents }) => {
    const own = places.find(({ organisationCode }) => organisationCode === organisation);
    const facts = consents.map(asFact);
    return {
      organisation,
      known,
      open,
      lastAt: lastAt?.getTime() ?? null,
      places: (own && placesLeft(own)) ?? 1,
      said: sections.map((section) => consentState(facts, section, "SUPPORT", today)),
    };
  });
}

interface ReceiverRow {
  organisation: string;
  known: boolean;
  open: number;
  lastAt: Date | null;
  consents: (Omit<ConsentFact, "recordedAt" | "withdrawnAt"> & {
    recordedAt: string;
    withdrawnAt: string | null;
  })[];
}

function asFact(consent: ReceiverRow["consents"][number]): ConsentFact {
  return {
    ...consent,
    recordedAt: new Date(consent.recordedAt),
    withdrawnAt: consent.withdrawnAt === null ? null : new Date(consent.withdrawnAt),
  };
}

const RECEIVERS = /* sql */ `
  select organisation.code as organisation,
    exists (select from registration where registration.candidate_id = $3 and organisation_code = organisation.code) as known,
    (select count(*)::int from referral where to_organisation = organisation.code and open_until >= $5) as open,
    (select max(requested_at) from referral where to_organisation = organisation.code) as "lastAt",
    (select coalesce(jsonb_agg(jsonb_build_object(
        'sections', sections, 'purpose', purpose, 'given', given, 'givenOn', given_on, 'expiresOn', expires_on,
        'recordedAt', recorded_at, 'withdrawnAt', withdrawn_at)), '[]')
      from consent where consent.candidate_id = $3 and (recipient = organisation.code or recipient_group in (
        select group_code from organisation_group_member where organisation_code = organisation.code))) as consents
  from organisation
  where organisation.code <> $4 and exists (select from mandate where mandate.organisation_id = organisation.id
    and mandate.mandate = $1 and ($2::text is null or mandate.region_code = $2)
    and (mandate.until is null or mandate.until >= $5))
  order by organisation.code`;
