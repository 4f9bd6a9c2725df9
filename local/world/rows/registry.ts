/** The tables of the registry that the world fills, each after those that it refers to. */
import type { ChangeRow } from "../../../platform/change.row.ts";
import type { AssessmentRow } from "../../../subgraphs/registry/store/assessment.row.ts";
import type { CandidateAccountRow } from "../../../subgraphs/registry/store/candidate-account.row.ts";
import type { CandidateRow } from "../../../subgraphs/registry/store/candidate.row.ts";
import type { ConsentRow } from "../../../subgraphs/registry/store/consent.row.ts";
import type { DisclosureRow } from "../../../subgraphs/registry/store/disclosure.row.ts";
import type { EmergencyAccessRow } from "../../../subgraphs/registry/store/emergency-access.row.ts";
import type { MilestoneRow } from "../../../subgraphs/registry/store/milestone.row.ts";
import type { ProfessionalRow } from "../../../subgraphs/registry/store/professional.row.ts";
import type { DeclaredCapacityRow } from "../../../subgraphs/registry/store/declared-capacity.row.ts";
import type { MissedProposalRow } from "../../../subgraphs/registry/store/missed-proposal.row.ts";
import type { ReferralMoveRow } from "../../../subgraphs/registry/store/referral-move.row.ts";
import type { ReferralRow } from "../../../subgraphs/registry/store/referral.row.ts";
import type { RegistrationRow } from "../../../subgraphs/registry/store/registration.row.ts";
import type { StageSpellRow } from "../../../subgraphs/registry/store/stage-spell.row.ts";
import type { SupportNeedRow } from "../../../subgraphs/registry/store/support-need.row.ts";
import { Sheets } from "../copy-text.ts";

export interface RegistryRows {
  professional: ProfessionalRow;
  candidate: CandidateRow;
  registration: RegistrationRow;
  milestone: MilestoneRow;
  stage_spell: StageSpellRow;
  assessment: AssessmentRow;
  support_need: SupportNeedRow;
  referral: ReferralRow;
  referral_move: ReferralMoveRow;
  missed_proposal: MissedProposalRow;
  declared_capacity: DeclaredCapacityRow;
  consent: ConsentRow;
  disclosure: DisclosureRow;
  candidate_account: CandidateAccountRow;
  emergency_access: EmergencyAccessRow;
  change: ChangeRow;
}

export type RegistrySheets = Sheets<RegistryRows>;

export const REGISTRY_TABLES = [
  "professional",
  "candidate",
  "registration",
  "milestone",
  "stage_spell",
  "assessment",
  "support_need",
  "referral",
  "referral_move",
  "missed_proposal",
  "declared_capacity",
  "consent",
  "disclosure",
  "candidate_account",
  "emergency_access",
  "change",
] as const satisfies readonly (keyof RegistryRows)[];
