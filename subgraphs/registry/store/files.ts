/**
 * Opening files: for many people at once, read the circle, decide on each section asked for, and write down every
 * decision, in one transaction. If what was decided cannot be written, nothing is decided.
 */
import type { EntityManager } from "typeorm";
import { UUID } from "../../../platform/uuid.ts";
import type { Viewer } from "../../../platform/passport.ts";
import { AccessStatus, decideAccess, mayKnowOf, type Circle } from "../domain/access.ts";
import { OPEN_STATES } from "../domain/referral.ts";
import type { Holder, Section } from "../domain/section.ts";
import { RegistrationRow } from "./registration.row.ts";

/** How somebody names a person: by the candidate's id, or by that of one registration. */
export type FileKey = { id: string } | { registrationId: string };

/** What one viewer may see of one person, as decided for this request. */
export interface CandidateFile {
  candidateId: string;
  circle: Circle;
  /** The sections asked for and granted; a section that is not in here is withheld. */
  granted: ReadonlySet<Section>;
  registrations: KnownRegistration[];
}

export interface KnownRegistration extends RegistrationRow {
  /** The subgraph of the organisation that keeps this registration. */
  subgraph: Holder | null;
}

export interface Question {
  viewer: Viewer;
  /** The sections that the operation asks for. */
  sections: readonly Section[];
  /** The operation's name, if it has one. */
  operation: string | null;
  now: Date;
}

/** The files of the people named, in the order of the keys; null for whom the viewer may not know of. */
export async function openFiles(
  manager: EntityManager,
  keys: readonly FileKey[],
  question: Question,
): Promise<(CandidateFile | null)[]> {
  return manager.transaction(async (transaction) => {
    const registrations = await registrationsOf(transaction, keys);
    const people = Map.groupBy(registrations, ({ candidateId }) => candidateId);
    const referred = await referredSections(transaction, [...people.keys()], question.viewer.organisation);
    const files = new Map<string, CandidateFile>();
    const decisions: Decision[] = [];
    for (const [candidateId, known] of people) {
      const circle: Circle = {
        registered: known.some(({ organisationCode }) => organisationCode === question.viewer.organisation),
        referredSections: referred.get(candidateId) ?? [],
      };
      const decided = question.sections.map((section) => ({
        candidateId,
        section,
        status: decideAccess(question.viewer, circle, section),
      }));
      decisions.push(...decided);
      if (!mayKnowOf(question.viewer, circle)) continue;
      const granted = decided
        .filter(({ status }) => status === AccessStatus.GRANTED)
        .map(({ section }) => section);
      files.set(candidateId, { candidateId, circle, granted: new Set(granted), registrations: known });
    }
    await writeDisclosures(transaction, decisions, question);
    const candidateOf = new Map(registrations.map(({ id, candidateId }) => [id, candidateId]));
    return keys.map(
      (key) => files.get("id" in key ? key.id : (candidateOf.get(key.registrationId) ?? "")) ?? null,
    );
  });
}

interface Decision {
  candidateId: string;
  section: Section;
  status: AccessStatus;
}

async function registrationsOf(
  manager: EntityManager,
  keys: readonly FileKey[],
): Promise<KnownRegistration[]> {
  const ids = keys.flatMap((key) => ("id" in key ? [key.id] : [])).filter((id) => UUID.test(id));
  const registrationIds = keys
    .flatMap((key) => ("registrationId" in key ? [key.registrationId] : []))
    .filter((id) => UUID.test(id));
  const { entities, raw } = await manager
    .createQueryBuilder(RegistrationRow, "registration")
    .innerJoin("organisation", "organisation", "organisation.code = registration.organisation_code")
    .addSelect("organisation.subgraph", "subgraph")
    .where(
      `registration.candidate_id in (
        select unnest(:ids::uuid[]) union select named.candidate_id from registration named where named.id = any(:registrationIds))`,
      { ids, registrationIds },
    )
    .orderBy("registration.registered_on", "ASC")
    .addOrderBy("registration.id", "ASC")
    .getRawAndEntities<{ subgraph: Holder | null }>();
  return entities.map((entity, index) => ({ ...entity, subgraph: raw[index]?.subgraph ?? null }));
}

async function referredSections(
  manager: EntityManager,
  ids: string[],
  organisation: string,
): Promise<Map<string, Section[]>> {
  const open: { candidate_id: string; sections: Section[] }[] = await manager.query(
    `select candidate_id, sections from referral
     where to_organisation = $1 and candidate_id = any($2) and state = any($3)`,
    [organisation, ids, OPEN_STATES],
  );
  const found = new Map<string, Section[]>();
  for (const { candidate_id, sections } of open)
    found.set(candidate_id, [...(found.get(candidate_id) ?? []), ...sections]);
  return found;
}

/** One insert, whatever the number of people and sections. */
async function writeDisclosures(
  manager: EntityManager,
  decisions: Decision[],
  { viewer, operation, now }: Question,
): Promise<void> {
  if (decisions.length === 0) return;
  await manager.query(
    `insert into disclosure (candidate_id, section, status, at, subject, organisation, purpose, operation, request_id)
     select decided.*, $4, $5, $6, $7, $8, $9 from unnest($1::uuid[], $2::text[], $3::text[]) as decided`,
    [
      decisions.map(({ candidateId }) => candidateId),
      decisions.map(({ section }) => section),
      decisions.map(({ status }) => status),
      now,
      viewer.subject,
      viewer.organisation,
      viewer.purpose,
      operation,
      viewer.requestId,
    ],
  );
}
