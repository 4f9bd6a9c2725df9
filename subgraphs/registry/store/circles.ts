/** What the decision needs to know of people and one viewer: two statements, whatever their number. */
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
  /** Ids that named the person, or a part of them, before registrations were linked. */
  formerIds: string[];
  circle: Circle;
  registrations: KnownRegistration[];
}

/**
 * The people named by either key, each with their registrations and their tie to the viewer. Plain rows are read and
 * put together here: to have PostgreSQL build a document for each person takes it twenty times as long.
 */
export async function readCircles(
  manager: EntityManager,
  named: { ids: readonly string[]; registrationIds: readonly string[] },
  viewer: { subject: string; organisation: string },
  now: Date,
): Promise<PersonInView[]> {
  const registrations: RegistrationOfPerson[] = await manager.query(REGISTRATIONS, [
    named.ids,
    named.registrationIds,
  ]);
  // Somebody without a registration is nobody.
  const people = Map.groupBy(registrations, ({ candidateId }) => candidateId);
  const ties: Tie[] = await manager.query(TIES, [
    [...people.keys()],
    viewer.organisation,
    viewer.subject,
    dayInQuebec(now),
    now,
  ]);
  const tiesOf = Map.groupBy(ties, ({ candidateId }) => candidateId);
  const holder = tiesOf.get(null)?.[0]?.holder ?? null;
  return [...people].map(([candidateId, known]) => ({
    candidateId,
    formerIds: known[0]?.formerIds ?? [],
    registrations: known.map(asKnown),
    circle: {
      holder,
      registered: known.some(({ organisationCode }) => organisationCode === viewer.organisation),
      ...tied(tiesOf.get(candidateId) ?? []),
    },
  }));
}

/** A registration speaks by its last correction, if there is one. */
function asKnown(registration: RegistrationOfPerson): KnownRegistration {
  // One by one, for the many of a list: objects gathered with `...` cost more than all the rest of reading a person.
  const said = registration.correction ?? registration;
  return {
    id: registration.id,
    organisationCode: registration.organisationCode,
    entryDoor: registration.entryDoor,
    subgraph: registration.subgraph,
    registeredOn: registration.registeredOn,
    declaredOn: registration.correction?.declaredOn ?? registration.registeredOn,
    givenNames: said.givenNames,
    familyNames: said.familyNames,
    birthDate: said.birthDate,
    email: said.email,
    phone: said.phone,
    address: said.address,
    city: said.city,
    postalCode: said.postalCode,
    country: said.country,
  };
}

function tied(ties: readonly Tie[]): Omit<Circle, "holder" | "registered"> {
  let [self, brokenGlass] = [false, false];
  const referred: Section[] = [];
  const consents: ConsentFact[] = [];
  for (const tie of ties) {
    if (tie.kind === "SELF") self = true;
    else if (tie.kind === "EMERGENCY") brokenGlass = true;
    else if (tie.kind === "REFERRED") referred.push(...tie.sections);
    else if (tie.kind === "CONSENT") consents.push(tie);
  }
  return { self, brokenGlass, referredSections: [...new Set(referred)], consents };
}

interface RegistrationOfPerson extends Omit<KnownRegistration, "declaredOn"> {
  candidateId: string;
  formerIds: string[];
  correction: Omit<Declaration, "organisationCode" | "registeredOn"> | null;
}

/** One thing that ties a person to the viewer; without a person, what the viewer's own organisation keeps. */
interface Tie extends ConsentFact {
  kind: "SELF" | "EMERGENCY" | "REFERRED" | "CONSENT" | "HOLDER";
  candidateId: string | null;
  holder: Holder | null;
}

/** What was declared, by the names of `Declaration`. */
const DECLARED: readonly (readonly [property: string, column: string])[] = [
  ["givenNames", "given_names"],
  ["familyNames", "family_names"],
  ["birthDate", "birth_date"],
  ["email", "email"],
  ["phone", "phone"],
  ["address", "address"],
  ["city", "city"],
  ["postalCode", "postal_code"],
  ["country", "country"],
];

/** Reads what hangs on the people named, and not their own rows: a list has read those already. */
const REGISTRATIONS = /* sql */ `
  select registration.candidate_id as "candidateId", registration.id, organisation_code as "organisationCode",
    entry_door as "entryDoor", registered_on as "registeredOn", subgraph,
    ${DECLARED.map(([property, column]) => `${column} as "${property}"`).join(", ")},
    (select json_build_object('declaredOn', declared_on, ${DECLARED.map(([property, column]) => `'${property}', said.${column}`).join(", ")})
      from registration_correction said where registration_id = registration.id
      order by recorded_at desc, id desc limit 1) as correction,
    array(select alias.id from candidate_alias alias where alias.candidate_id = registration.candidate_id) as "formerIds"
  from registration join organisation on organisation.code = organisation_code
  where candidate_id = any(array(
    select coalesce(alias.candidate_id, asked.id) from unnest($1::uuid[]) as asked (id)
      left join candidate_alias alias on alias.id = asked.id
    union select candidate_id from registration where id = any($2::uuid[])))
  order by registered_on, registration.id`;

const TIES = /* sql */ `
  select 'CONSENT' as kind, candidate_id as "candidateId", null as holder, sections, purpose, given,
    given_on as "givenOn", expires_on as "expiresOn", recorded_at as "recordedAt", withdrawn_at as "withdrawnAt"
  from consent where candidate_id = any($1::uuid[]) and (recipient = $2 or recipient_group in (
    select group_code from organisation_group_member where organisation_code = $2))
  union all
  select 'REFERRED', candidate_id, null, sections, null, null, null, null, null, null
  from referral where candidate_id = any($1::uuid[]) and to_organisation = $2 and open_until >= $4
  union all
  select 'SELF', candidate_id, null, null, null, null, null, null, null, null
  from candidate_account where subject = $3 and candidate_id = any($1::uuid[])
  union all
  select 'EMERGENCY', candidate_id, null, null, null, null, null, null, null, null
  from emergency_access where candidate_id = any($1::uuid[]) and subject = $3 and opened_at <= $5 and until > $5
  union all
  select 'HOLDER', null, subgraph, null, null, null, null, null, null, null from organisation where code = $2`;
