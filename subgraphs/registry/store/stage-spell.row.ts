/** One stay of a person at a stage, as their milestones fold to it. */
import type { MilestoneKind } from "../domain/milestone.ts";
import type { Spell } from "../domain/pathway.ts";

/** Read and written in SQL only: see store/pathway.ts and store/statistics.ts. */
export interface StageSpellRow extends Spell {
  candidateId: string;
  position: number;
  endedBy: MilestoneKind | null;
}
