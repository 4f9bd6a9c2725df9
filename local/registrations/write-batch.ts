/** Writes many registrations of one organisation at once: those it made already are left as they are. */
import type { EntityManager } from "typeorm";
import { v7 as uuid } from "uuid";
import { keyed } from "../../subgraphs/registry/domain/identity/index.ts";
import { Mandate } from "../../subgraphs/registry/domain/organisation.ts";
import { identifyMany } from "../../subgraphs/registry/store/identify-many.ts";
import { lockIdentity } from "../../subgraphs/registry/store/identity-locks.ts";
import { mandatesOf, refoldPathways } from "../../subgraphs/registry/store/pathway.ts";
import type { Said } from "./check-row.ts";

export interface Written {
  imported: number;
  known: number;
  linked: number;
  possible: number;
}

/** In the transaction of `manager`; each row has a reference and a name. */
export async function writeBatch(
  manager: EntityManager,
  organisation: string,
  rows: readonly Said[],
  { now, today }: { now: Date; today: string },
): Promise<Written> {
  await lockIdentity(manager);
  const known = await knownReferences(manager, organisation, rows);
  const fresh = new Map<string, Said>();
  for (const row of rows) {
    const reference = row.organisationReference ?? "";
    if (!known.has(reference) && !fresh.has(reference)) fresh.set(reference, row);
  }
  const nothing = { imported: 0, known: rows.length, linked: 0, possible: 0 };
  if (fresh.size === 0) return nothing;
  const mandates = await mandatesOf(manager, organisation, today);
  const kind = mandates.includes(Mandate.PRE_DEPARTURE_REFERRAL) ? "REFERRED_FROM_ABROAD" : "REGISTERED";
  const made = [...fresh.values()].map((said) => ({
    ...NOTHING_SAID,
    ...said,
    ...keyed(said),
    id: uuid(),
    candidateId: uuid(),
    milestoneId: uuid(),
    entryDoor: said.entryDoor ?? "WALK_IN",
    registeredOn: said.registeredOn ?? today,
  }));
  await manager.query(WRITE, [JSON.stringify(made), organisation, now, kind]);
  await refoldPathways(
    manager,
    made.map(({ candidateId }) => candidateId),
  );
  const { linked, possible } = await identifyMany(
    manager,
    made.map(({ id }) => id),
    now,
  );
  return { imported: made.length, known: rows.length - made.length, linked, possible };
}

/** Which of the rows the organisation registered already, by its own reference. */
export async function knownReferences(
  manager: EntityManager,
  organisation: string,
  rows: readonly Said[],
): Promise<Set<string>> {
  const found: { reference: string }[] = await manager.query(
    `select organisation_reference as reference from registration
     where organisation_code = $1 and organisation_reference = any($2)`,
    [organisation, rows.map(({ organisationReference }) => organisationReference)],
  );
  return new Set(found.map(({ reference }) => reference));
}

const NOTHING_SAID = {
  givenNames: null,
  familyNames: null,
  birthDate: null,
  email: null,
  phone: null,
  address: null,
  city: null,
  postalCode: null,
  country: null,
};

const WRITE = /* sql */ `
  with made as materialized (
    select * from jsonb_to_recordset($1::jsonb) as made (id uuid, "candidateId" uuid, "milestoneId" uuid,
      "organisationReference" text, "entryDoor" text, "registeredOn" date, "givenNames" text, "familyNames" text,
      "birthDate" text, email text, phone text, address text, city text, "postalCode" text, country text,
      "identityKeys" text[], "searchName" text, "searchBirth" text)),
  people as (insert into candidate (id, created_at) select "candidateId", $3 from made),
  registered as (
    insert into registration (id, candidate_id, organisation_code, organisation_reference, entry_door, registered_on,
      recorded_at, given_names, family_names, birth_date, email, phone, address, city, postal_code, country,
      identity_keys, search_name, search_birth)
    select id, "candidateId", $2, "organisationReference", "entryDoor", "registeredOn", $3, "givenNames", "familyNames",
      "birthDate", email, phone, address, city, "postalCode", country, "identityKeys", "searchName", "searchBirth"
    from made)
  insert into milestone (id, registration_id, candidate_id, kind, occurred_at, organisation_code, source_id, recorded_at)
  select "milestoneId", id, "candidateId", $4, $3, $2, left('registration:' || "organisationReference", 200), $3 from made`;
