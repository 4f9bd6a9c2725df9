/**
 * The Montréal track (Passerelle sectorielle): parallel to the pathway, with its own steps, reported by the
 * organisation that has the mandate for it. It moves only forward; a move to a region closes it.
 */
import { MilestoneKind as M } from "./milestone.ts";
import { Mandate } from "./organisation.ts";
import { StageCode } from "./stage.ts";

/** Its steps, in their order. */
export const MONTREAL_STEPS: readonly M[] = [
  M.PASSERELLE_QUESTIONNAIRE,
  M.PASSERELLE_ADVISER_CALL,
  M.PASSERELLE_VIDEO,
  M.PASSERELLE_SECTOR_ACTIVITY,
  M.PASSERELLE_RECRUITMENT_EVENT,
  M.PASSERELLE_SELF_DIRECTED,
  M.PASSERELLE_EMPLOYED,
];

/** The stages at which the person lives in a region: the track is closed there. */
export const IN_A_REGION: readonly StageCode[] = [
  StageCode.SETTLEMENT,
  StageCode.FOLLOW_UP,
  StageCode.ESTABLISHED,
];

/** The step after a milestone: the further of the two; unchanged by what is not of the track, or not reported by its owner. */
export function montrealStepAfter(
  step: M | null,
  { kind, mandates }: { kind: M; mandates: readonly Mandate[] },
): M | null {
  if (!MONTREAL_STEPS.includes(kind) || !mandates.includes(Mandate.PASSERELLE)) return step;
  return step !== null && MONTREAL_STEPS.indexOf(step) >= MONTREAL_STEPS.indexOf(kind) ? step : kind;
}

/** The step that comes next; null at the end of the track, or for who is not on it. */
export function nextMontrealStep(step: M | null): M | null {
  return step === null ? null : (MONTREAL_STEPS[MONTREAL_STEPS.indexOf(step) + 1] ?? null);
}
