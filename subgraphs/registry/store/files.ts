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
  /** The sections of the person that open referrals to the viewer's organisation name. */
  referredSections: Section[];
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
    const registrations = await registrationsOf(transaction, keys, question.viewer.organisation);
    const people = Map.groupBy(registrations, ({ candidateId }) => candidateId);
    const files = new Map<string, CandidateFile>();
    const decisions: Decision[] = [];
    for (const [candidateId, known] of people) {
      const circle: Circle = {
        registered: known.some(({ organisationCode }) => organisationCode === question.viewer.organisation),
        referredSections: known[0]?.referredSections ?? [],
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

/** Every registration of the people named, with what the decision needs beside it: one statement. */
async function registrationsOf(
  manager: EntityManager,
  keys: readonly FileKey[],
  organisation: string,
): Promise<KnownRegistration[]> {
  const ids = keys.flatMap((key) => ("id" in key ? [key.id] : [])).filter((id) => UUID.test(id));
  const registrationIds = keys
    .flatMap((key) => ("registrationId" in key ? [key.registrationId] : []))
    .filter((id) => UUID.test(id));
  const { entities, raw } = await manager
    .createQueryBuilder(RegistrationRow, "registration")
    .innerJoin("organisation", "organisation", "organisation.code = registration.organisation_code")
    .addSelect("organisation.subgraph", "subgraph")
    .addSelect(
      `array(
        select distinct section from referral, unnest(referral.sections) as section
        where referral.candidate_id = registration.candidate_id
          and referral.to_organisation = :organisation and referral.state = any(:openStates))`,
      "referred_sections",
    )
    .where(
      `registration.candidate_id in (
        select unnest(:ids::uuid[])
        union select named.candidate_id from registration named where named.id = any(:registrationIds))`,
    )
    .setParameters({ ids, registrationIds, organisation, openStates: OPEN_STATES })
    .orderBy("registration.registered_on", "ASC")
    .addOrderBy("registration.id", "ASC")
    .getRawAndEntities<{ subgraph: Holder | null; referred_sections: Section[] }>();
  return entities.map((entity, index) => ({
    ...entity,
    subgraph: raw[index]?.subgraph ?? null,
    referredSections: raw[index]?.referred_sections ?? [],
  }));
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
