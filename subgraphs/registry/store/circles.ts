/** What the decision needs to know of people and one viewer: one statement, whatever their number. */
import type { EntityManager } from "typeorm";
import { dayInQuebec } from "../../../platform/action.ts";
import type { Circle } from "../domain/access.ts";
import type { ConsentFact } from "../domain/consent.ts";
import type { Declaration } from "../domain/identity.ts";
import type { EntryDoor } from "../domain/registration.ts";
import type { Holder, Section } from "../domain/section.ts";

/** A registration with the subgraph that keeps what its organisation knows. */
export interface KnownRegistration extends Declaration {
  id: string;
  entryDoor: EntryDoor;
  subgraph: Holder | null;
}

export interface PersonInView {
  candidateId: string;
  /** The ids under which the person was known before their registrations were linked. */
  formerIds: string[];
  circle: Circle;
  registrations: KnownRegistration[];
}

/** The people named by either key, each with their registrations and their tie to the viewer. */
export async function readCircles(
  manager: EntityManager,
  named: { ids: readonly string[]; registrationIds: readonly string[] },
  viewer: { subject: string; organisation: string },
  now: Date,
): Promise<PersonInView[]> {
  const rows: CircleRow[] = await manager.query(CIRCLES, [
    named.ids,
    named.registrationIds,
    viewer.organisation,
    viewer.subject,
    dayInQuebec(now),
    now,
  ]);
  return rows
    .filter(isKnown)
    .map(({ id, formerly, registrations, holder, self, referred, consents, emergency }) => ({
      candidateId: id,
      formerIds: formerly,
      registrations,
      circle: {
        self,
        holder,
        registered: registrations.some(({ organisationCode }) => organisationCode === viewer.organisation),
        referredSections: referred,
        consents: consents.map((consent) => ({
          ...consent,
          recordedAt: new Date(consent.recordedAt),
          withdrawnAt: consent.withdrawnAt === null ? null : new Date(consent.withdrawnAt),
        })),
        brokenGlass: emergency,
      },
    }));
}

/** Somebody without a registration is nobody. */
function isKnown({ registrations }: CircleRow): boolean {
  return registrations.length > 0;
}

type Written<Fact> = {
  [Key in keyof Fact]: Fact[Key] extends Date
    ? string
    : Fact[Key] extends Date | null
      ? string | null
      : Fact[Key];
};

interface CircleRow {
  id: string;
  formerly: string[];
  registrations: KnownRegistration[];
  holder: Holder | null;
  self: boolean;
  referred: Section[];
  consents: Written<ConsentFact>[];
  emergency: boolean;
}

/** Reads what hangs on the people named, and not their own rows: a list has read those already. A registration speaks by its last correction. */
const CIRCLES = /* sql */ `
  with person (id) as (
    select coalesce(candidate_alias.candidate_id, asked.id) from unnest($1::uuid[]) as asked (id)
      left join candidate_alias on candidate_alias.id = asked.id
    union select candidate_id from registration where registration.id = any($2::uuid[]))
  select person.id, array(select alias.id from candidate_alias as alias where alias.candidate_id = person.id) as formerly,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'id', registration.id, 'organisationCode', registration.organisation_code, 'entryDoor', registration.entry_door,
        'registeredOn', registration.registered_on, 'declaredOn', declared.declared_on, 'givenNames', declared.given_names,
        'familyNames', declared.family_names, 'birthDate', declared.birth_date, 'email', declared.email,
        'phone', declared.phone, 'address', declared.address, 'city', declared.city,
        'postalCode', declared.postal_code, 'country', declared.country, 'subgraph', organisation.subgraph
      ) order by registration.registered_on, registration.id), '[]')
      from registration join organisation on organisation.code = registration.organisation_code
      cross join lateral (select * from (
          select declared_on, given_names, family_names, birth_date, email, phone, address, city, postal_code, country,
            recorded_at, id from registration_correction where registration_id = registration.id
          union all select registration.registered_on, registration.given_names, registration.family_names,
            registration.birth_date, registration.email, registration.phone, registration.address, registration.city,
            registration.postal_code, registration.country, '-infinity', registration.id
        ) as said order by recorded_at desc, id desc limit 1) as declared
      where registration.candidate_id = person.id) as registrations,
    (select subgraph from organisation where code = $3) as holder,
    exists (select from candidate_account where subject = $4 and candidate_id = person.id) as self,
    array(select distinct section from referral, unnest(referral.sections) as section
      where referral.candidate_id = person.id and to_organisation = $3 and open_until >= $5) as referred,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'sections', sections, 'purpose', purpose, 'given', given, 'givenOn', given_on, 'expiresOn', expires_on,
        'recordedAt', recorded_at, 'withdrawnAt', withdrawn_at)), '[]')
      from consent where consent.candidate_id = person.id and (recipient = $3 or recipient_group in (
        select group_code from organisation_group_member where organisation_code = $3))) as consents,
    exists (select from emergency_access where emergency_access.candidate_id = person.id and subject = $4
      and opened_at <= $6 and until > $6) as emergency
  from person`;
