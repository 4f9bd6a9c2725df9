/**
 * Opening files: for many people at once, read their circle, decide on each section asked for, and write down every
 * decision, in one transaction. If what was decided cannot be written, nothing is decided.
 */
import type { EntityManager } from "typeorm";
import { dayInQuebec } from "../../../platform/action.ts";
import type { Viewer } from "../../../platform/passport.ts";
import { UUID } from "../../../platform/uuid.ts";
import {
  AccessBasis,
  AccessStatus,
  decideAccess,
  mayKnowOf,
  type Circle,
  type Decision,
} from "../domain/access.ts";
import type { Section } from "../domain/section.ts";
import { readCircles, type KnownRegistration } from "./circles.ts";

/** How somebody names a person: by the candidate's id, or by that of one registration. */
export type FileKey =
  | {
      id: string;
      /** Only to know whether the person may be known of: nothing is shown, and so nothing is written down. */
      unshown?: true;
    }
  | { registrationId: string };

/** What one viewer may see of one person, as decided for this request. */
export interface CandidateFile {
  candidateId: string;
  circle: Circle;
  /** What was decided on each section asked for; a section that is not in here is withheld. */
  decisions: ReadonlyMap<Section, Decision>;
  /** Every registration of the person; see `seenIn` for those a section shows. */
  registrations: readonly KnownRegistration[];
}

export interface Question {
  viewer: Viewer;
  /** The sections that the operation asks for. */
  sections: readonly Section[];
  /** The operation's name, if it has one. */
  operation: string | null;
  now: Date;
}

/** Whether a section is open to the viewer only as far as their own organisation wrote it. */
export function isOwnOnly({ decisions }: CandidateFile, section: Section): boolean {
  return decisions.get(section)?.basis === AccessBasis.OWN_FILE;
}

/** The registrations that a granted section shows: an organisation that goes by its own file sees its own alone. */
export function seenIn(
  { decisions, registrations }: CandidateFile,
  section: Section,
  organisation: string,
): KnownRegistration[] {
  const decision = decisions.get(section);
  if (decision?.status !== AccessStatus.GRANTED) return [];
  if (decision.basis !== AccessBasis.OWN_FILE) return [...registrations];
  return registrations.filter(({ organisationCode }) => organisationCode === organisation);
}

/** The files of the people named, in the order of the keys; null for whom the viewer may not know of. */
export async function openFiles(
  manager: EntityManager,
  keys: readonly FileKey[],
  question: Question,
): Promise<(CandidateFile | null)[]> {
  const { viewer, sections, now } = question;
  const today = dayInQuebec(now);
  const unshown = new Set(keys.flatMap((key) => ("unshown" in key ? [key.id] : [])));
  for (const key of keys) if ("id" in key && !key.unshown) unshown.delete(key.id);
  return manager.transaction(async (transaction) => {
    const people = await readCircles(transaction, namedIn(keys), viewer, now);
    const files = new Map<string, CandidateFile>();
    const made: Made[] = [];
    for (const { candidateId, formerIds, circle, registrations } of people) {
      const decisions = new Map(
        sections.map((section) => [section, decideAccess(viewer, circle, section, today)]),
      );
      if (![candidateId, ...formerIds].some((id) => unshown.has(id))) made.push({ candidateId, decisions });
      if (mayKnowOf(viewer, circle, today))
        for (const id of [candidateId, ...formerIds])
          files.set(id, { candidateId, circle, decisions, registrations });
    }
    await writeDisclosures(transaction, made, question);
    const candidateOf = new Map(
      people.flatMap(({ candidateId, registrations }) => registrations.map(({ id }) => [id, candidateId])),
    );
    return keys.map(
      (key) => files.get("id" in key ? key.id : (candidateOf.get(key.registrationId) ?? "")) ?? null,
    );
  });
}

/** What was decided of one person. */
type Made = Pick<CandidateFile, "candidateId" | "decisions">;

function namedIn(keys: readonly FileKey[]): { ids: string[]; registrationIds: string[] } {
  return {
    ids: keys.flatMap((key) => ("id" in key ? [key.id] : [])).filter((id) => UUID.test(id)),
    registrationIds: keys
      .flatMap((key) => ("registrationId" in key ? [key.registrationId] : []))
      .filter((id) => UUID.test(id)),
  };
}

/**
 * One insert, and one row a person: its section, status and basis are lists in the same order, separated by commas
 * (see the view `disclosure_by_section`).
 */
async function writeDisclosures(
  manager: EntityManager,
  made: Made[],
  { viewer, operation, now }: Question,
): Promise<void> {
  const told = made.filter(({ decisions }) => decisions.size > 0);
  if (told.length === 0) return;
  await manager.query(
    `insert into disclosure (candidate_id, section, status, basis, at, subject, organisation, purpose, operation, request_id)
     select decided.*, $5, $6, $7, $8, $9, $10
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as decided`,
    [
      told.map(({ candidateId }) => candidateId),
      told.map(({ decisions }) => [...decisions.keys()].join()),
      told.map(({ decisions }) => Array.from(decisions.values(), ({ status }) => status).join()),
      told.map(({ decisions }) => {
        const bases = Array.from(decisions.values(), ({ basis }) => basis);
        return bases.some((basis) => basis !== null) ? bases.join() : null;
      }),
      now,
      viewer.subject,
      viewer.organisation,
      viewer.purpose,
      operation,
      viewer.requestId,
    ],
  );
}
