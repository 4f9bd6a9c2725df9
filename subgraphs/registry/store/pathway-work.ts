/** Whose pathway a professional may work on, and the support that is needed there. */
import type { Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { AccessBasis, AccessStatus, decideAccess } from "../domain/access.ts";
import { Section } from "../domain/section.ts";
import type { StageCode } from "../domain/stage.ts";
import { STEPS_OF_STAGE, type StageStep } from "../domain/stage-step.ts";
import type { CandidateRow } from "./candidate.row.ts";
import { findInCircle } from "./circle.ts";
import { readCircles } from "./circles.ts";
import { SupportNeedRow } from "./support-need.row.ts";

/**
 * The candidate, locked, at whose stage the viewer may work: in their circle, with the file open and the step one of
 * the stage's.
 * @throws {Refusal} `UNKNOWN_REFERENCE` outside the circle; `WRONG_STATE` for a closed file; `OUT_OF_RANGE` for a step
 *   of another stage
 */
export async function findAtStage(
  work: Work,
  candidateId: string,
  step: StageStep,
): Promise<CandidateRow & { stage: StageCode }> {
  const candidate = await findInCircle(work, candidateId, "candidateId");
  const { stage, exitReason } = candidate;
  if (!stage || exitReason)
    throw new Refusal("WRONG_STATE", "The file is closed, or its pathway has not begun.", "candidateId");
  if (!STEPS_OF_STAGE[stage].includes(step))
    throw new Refusal(
      "OUT_OF_RANGE",
      `The person is at ${stage}: its steps are ${STEPS_OF_STAGE[stage].join(", ")}.`,
      "step",
    );
  return { ...candidate, stage };
}

/**
 * The need, locked, if the viewer sees it: by the decision on the section PATHWAY, or because their own organisation
 * recorded or promised it.
 * @throws {Refusal} `UNKNOWN_REFERENCE` otherwise, as for one that does not exist
 */
export async function findNeed(work: Work, id: string): Promise<SupportNeedRow> {
  const { find, manager, viewer, now, today } = work;
  const need = await find(SupportNeedRow, id, "supportNeedId");
  const [person] = await readCircles(manager, { ids: [need.candidateId], registrationIds: [] }, viewer, now);
  const decision = person && decideAccess(viewer, person.circle, Section.PATHWAY, today);
  const isOwn = [need.organisationCode, need.promisedBy].includes(viewer.organisation);
  const isShown =
    decision?.status === AccessStatus.GRANTED && (decision.basis !== AccessBasis.OWN_FILE || isOwn);
  if (isShown) return need;
  throw new Refusal(
    "UNKNOWN_REFERENCE",
    "There is no such thing as supportNeedId names, or it is not yours to change.",
    "supportNeedId",
  );
}
