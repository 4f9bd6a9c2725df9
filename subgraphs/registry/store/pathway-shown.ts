/** The decision on the section PATHWAY in SQL, for counts and lists of an organisation's people: see domain/access.ts. */

/** The names of parameters, as `$1`. */
export interface Asking {
  organisation: string;
  purpose: string;
  today: string;
}

/**
 * Whether an organisation sees where the person of `candidate` stands: it registered them, or a referral to it is open
 * and their latest word to it is not a refusal.
 */
export function pathwayShown(candidate: string, { organisation, purpose, today }: Asking): string {
  return /* sql */ `(
    exists (select from registration where registration.candidate_id = ${candidate} and organisation_code = ${organisation})
    or exists (select from referral as shared where shared.candidate_id = ${candidate}
        and shared.to_organisation = ${organisation} and shared.open_until >= ${today})
      and coalesce((
        select given and withdrawn_at is null and expires_on >= ${today} from consent
        where consent.candidate_id = ${candidate} and consent.purpose = ${purpose} and 'PATHWAY' = any(consent.sections)
          and given_on <= ${today} and (recipient = ${organisation} or recipient_group in (
            select group_code from organisation_group_member where organisation_code = ${organisation}))
        order by recorded_at desc limit 1), true))`;
}
