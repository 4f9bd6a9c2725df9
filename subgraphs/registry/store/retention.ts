/**
 * What the registry keeps, and for how long. [design]
 *
 * Disclosures are the proof of who looked. They go by whole seals, the oldest first, so that the chain stays whole
 * (domain/seal-audit.ts); they hold no name, and once a file is anonymised they lead to nobody.
 */
import { DISCLOSURE_YEARS } from "../domain/seal.ts";
import { CHANGES_RULE, TAKEN_AWAY, type RetentionRule } from "../../../platform/retention.ts";

/** Files closed before `$1` and not anonymised yet: established or left, nothing has happened since, nothing is open. */
const CLOSED_FILES = `(select candidate.id from candidate
  where (exit_reason is not null or stage = 'ESTABLISHED')
    and (select max(occurred_at) from milestone where milestone.candidate_id = candidate.id) < $1::date
    and exists (select from registration where registration.candidate_id = candidate.id and anonymised_on is null)
    and not exists (select from referral where referral.candidate_id = candidate.id and open_until >= ($1::date + interval '3 years')::date)
    and not exists (select from correction where correction.candidate_id = candidate.id and correction.state = 'OPEN'))`;

export const RETENTION: readonly RetentionRule[] = [
  {
    name: "identity-of-closed-files",
    what: "Who the person is, in every registration, and the words written about them",
    purpose: "To support the person, and to find their file when they come back",
    from: "the last milestone of a closed file",
    years: 3,
    then: "ANONYMISE",
    statements: [
      `delete from candidate_account where candidate_id in ${CLOSED_FILES}`,
      `update identity_decision set reason = ${TAKEN_AWAY} where reason is not null and exists (select from registration
         where registration.id in (one_id, other_id) and candidate_id in ${CLOSED_FILES})`,
      `delete from closed_account where candidate_id in ${CLOSED_FILES}`,
      `update personal_export set reason = 'Taken away by the retention schedule.' where candidate_id in ${CLOSED_FILES}`,
      `delete from registration_correction where registration_id in
         (select id from registration where candidate_id in ${CLOSED_FILES})`,
      `update referral set message = null, outcome = case when outcome is null then null else ${TAKEN_AWAY} end
         where candidate_id in ${CLOSED_FILES}`,
      `update referral_move set words = null where words is not null and referral_id in
         (select id from referral where candidate_id in ${CLOSED_FILES})`,
      `update assessment set note = null where candidate_id in ${CLOSED_FILES}`,
      `update support_need set note = null where candidate_id in ${CLOSED_FILES}`,
      `update emergency_access set reason = 'Taken away by the retention schedule.' where candidate_id in ${CLOSED_FILES}`,
      `update correction_task set reason = case when reason is null then null else ${TAKEN_AWAY} end
         where correction_id in (select id from correction where candidate_id in ${CLOSED_FILES})`,
      `update correction set wrong = ${TAKEN_AWAY}, should_be = ${TAKEN_AWAY} where candidate_id in ${CLOSED_FILES}`,
      `update milestone set source_id = id::text where candidate_id in ${CLOSED_FILES} and source_id <> id::text`,
      `update registration set anonymised_on = ($1::date + interval '3 years')::date, organisation_reference = id::text, given_names = null, family_names = null,
         birth_date = null, email = null, phone = null, address = null, city = null, postal_code = null, country = null,
         identity_keys = '{}', search_name = null, search_birth = null
         where anonymised_on is null and candidate_id in ${CLOSED_FILES}`,
    ],
  },
  {
    name: "incidents",
    what: "The register of confidentiality incidents",
    purpose: "The law asks for the register, for five years at least (A-2.1, r. 3.1, s. 8)",
    from: "the day on which the organisation became aware",
    years: 6,
    then: "DESTROY",
    statements: ["delete from incident where state = 'CLOSED' and aware_on < $1::date"],
  },
  {
    name: "disclosures",
    what: "Who was shown or denied what, of whom and when; the seals over it stay",
    purpose: "To answer the person who looked at their file, and to prove it",
    from: "the seal, some seconds after the disclosure",
    years: DISCLOSURE_YEARS,
    then: "DESTROY",
    statements: [
      `update disclosure_seal set destroyed_on = current_setting('continuum.retention_day')::date
         where destroyed_on is null and number < coalesce(
           (select min(number) from disclosure_seal where sealed_at at time zone 'utc' >= $1::date),
           (select max(number) + 1 from disclosure_seal))`,
      `with place as (delete from disclosure_sealed using disclosure_seal
           where disclosure_seal.number = disclosure_sealed.seal and destroyed_on is not null returning disclosure_id)
         delete from disclosure using place where disclosure.id = place.disclosure_id`,
    ],
  },
  {
    name: "milestone-reports",
    what: "What was said of milestones that were reported together",
    purpose: "To answer a report made twice as it was answered first",
    from: "the report",
    years: 3,
    then: "DESTROY",
    statements: ["delete from milestone_report where reported_at < $1::date"],
  },
  {
    name: "news",
    what: "News of what happened, by ids and kind, and the log of what was sent to webhooks",
    purpose: "So that an organisation's systems can follow, and catch up after being away",
    from: "its publication",
    years: 0,
    days: 90,
    then: "DESTROY",
    statements: [
      `update news_counter set forgotten = greatest(forgotten,
         (select coalesce(max(place), 0) from news where published_at < $1::date))`,
      "delete from webhook_delivery where place <= (select forgotten from news_counter) and $1::date is not null",
      "delete from news_recipient where place <= (select forgotten from news_counter) and $1::date is not null",
      "delete from news where published_at < $1::date",
    ],
  },
  CHANGES_RULE,
];
