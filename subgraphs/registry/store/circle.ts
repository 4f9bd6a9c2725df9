/** The circle of an organisation, for writes: whom it registered or is being referred. */
import type { Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { CandidateAccountRow } from "./candidate-account.row.ts";
import { CandidateRow } from "./candidate.row.ts";

/**
 * The candidate, locked, if they are in the circle of the viewer's organisation.
 * @throws {Refusal} `UNKNOWN_REFERENCE` otherwise: outside the circle nobody can be told from nobody.
 */
export async function findInCircle(
  { find, manager, viewer, today }: Work,
  id: string,
  field: string,
): Promise<CandidateRow> {
  const candidate = await find(CandidateRow, id, field);
  const [circle]: { inside: boolean }[] = await manager.query(
    `select exists (select from registration where candidate_id = $1 and organisation_code = $2)
         or exists (select from referral where candidate_id = $1 and to_organisation = $2 and open_until >= $3) as inside`,
    [candidate.id, viewer.organisation, today],
  );
  if (circle?.inside) return candidate;
  throw new Refusal(
    "UNKNOWN_REFERENCE",
    `There is no such thing as ${field} names, or it is not yours to change.`,
    field,
  );
}

/** The candidate, locked, if they are the viewer themselves or in the circle of the viewer's organisation. */
export async function findOwnOrInCircle(work: Work, id: string, field: string): Promise<CandidateRow> {
  return work.viewer.roles.includes("CANDIDATE") ? findOwn(work, id, field) : findInCircle(work, id, field);
}

/** The viewer's own file. @throws {Refusal} `UNKNOWN_REFERENCE` for anybody else's. */
export async function findOwn(
  { find, manager, viewer }: Work,
  id: string,
  field: string,
): Promise<CandidateRow> {
  const candidate = await find(CandidateRow, id, field);
  if (await manager.existsBy(CandidateAccountRow, { subject: viewer.subject, candidateId: candidate.id }))
    return candidate;
  throw new Refusal(
    "UNKNOWN_REFERENCE",
    `There is no such thing as ${field} names, or it is not yours to change.`,
    field,
  );
}
