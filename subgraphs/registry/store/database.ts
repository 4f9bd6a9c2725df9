/** The tables of the registry and the migrations that make them. */
import { ChangeRow } from "../../../platform/change.row.ts";
import type { DatabaseDefinition } from "../../../platform/database.ts";
import { AssessmentRow } from "./assessment.row.ts";
import { CandidateAccountRow } from "./candidate-account.row.ts";
import { ClosedAccountRow } from "./closed-account.row.ts";
import { PersonalExportRow } from "./personal-export.row.ts";
import { CandidateRow } from "./candidate.row.ts";
import { ConsentRow } from "./consent.row.ts";
import { DisclosureLookRow } from "./disclosure-look.row.ts";
import { CorrectionTaskRow } from "./correction-task.row.ts";
import { CorrectionRow } from "./correction.row.ts";
import { DeclaredCapacityRow } from "./declared-capacity.row.ts";
import { DisclosureRow } from "./disclosure.row.ts";
import { DisclosureOfRow } from "./disclosure-of.row.ts";
import { EmergencyAccessRow } from "./emergency-access.row.ts";
import { FormerNameRow } from "./former-name.row.ts";
import { IdentityDecisionRow, IdentityHeldRow } from "./identity-decision.row.ts";
import { IncidentRow } from "./incident.row.ts";
import { MandateRow } from "./mandate.row.ts";
import { Alliance1763683200000 } from "./migrations/1763683200000-alliance.ts";
import { Candidates1763769600000 } from "./migrations/1763769600000-candidates.ts";
import { Consent1763856000000 } from "./migrations/1763856000000-consent.ts";
import { Seals1763942400000 } from "./migrations/1763942400000-seals.ts";
import { Duties1764028800000 } from "./migrations/1764028800000-duties.ts";
import { ClosedAccountsAndCopies1765300100000 } from "./migrations/1765300100000-closed-accounts-and-copies.ts";
import { RetentionSchedule1765300000000 } from "./migrations/1765300000000-retention-schedule.ts";
import { RETENTION } from "./retention.ts";
import { MilestoneReports1765000000000 } from "./migrations/1765000000000-milestone-reports.ts";
import { Listed1765700000000 } from "./migrations/1765700000000-listed.ts";
import { ListedSoFar1765700100000 } from "./migrations/1765700100000-listed-so-far.ts";
import { DisclosuresByLook1765700200000 } from "./migrations/1765700200000-disclosures-by-look.ts";
import { StageArrivals1766200000000 } from "./migrations/1766200000000-stage-arrivals.ts";
import { StageArrivalsSoFar1766200100000 } from "./migrations/1766200100000-stage-arrivals-so-far.ts";
import { Identity1765400000000 } from "./migrations/1765400000000-identity.ts";
import { Arrivals1766000000000 } from "./migrations/1766000000000-arrivals.ts";
import { Imports1765600000000 } from "./migrations/1765600000000-imports.ts";
import { MilestoneReportRow } from "./milestone-report.row.ts";
import { ReferralMoves1765100000000 } from "./migrations/1765100000000-referral-moves.ts";
import { News1765200000000 } from "./migrations/1765200000000-news.ts";
import { Webhooks1765200060000 } from "./migrations/1765200060000-webhooks.ts";
import { Pathway1765150000000 } from "./migrations/1765150000000-pathway.ts";
import { SearchBirth1765500060000 } from "./migrations/1765500060000-search-birth.ts";
import { SearchBirthIndex1765500120000 } from "./migrations/1765500120000-search-birth-index.ts";
import { TrustedOperations1765250000000 } from "./migrations/1765250000000-trusted-operations.ts";
import { MilestoneRow } from "./milestone.row.ts";
import { MissedProposalRow } from "./missed-proposal.row.ts";
import { OrganisationGroupRow } from "./organisation-group.row.ts";
import { OrganisationRow } from "./organisation.row.ts";
import { PossibleDuplicateRow } from "./possible-duplicate.row.ts";
import { ProfessionalRow } from "./professional.row.ts";
import { ReferralMoveRow } from "./referral-move.row.ts";
import { ReferralRow } from "./referral.row.ts";
import { RegionRow } from "./region.row.ts";
import { RegistrationCorrectionRow } from "./registration-correction.row.ts";
import { RegistrationRow } from "./registration.row.ts";
import { WebhookAttemptRow } from "./webhook-attempt.row.ts";
import { WebhookDeliveryRow } from "./webhook-delivery.row.ts";
import { WebhookRow } from "./webhook.row.ts";
import { SupportNeedRow } from "./support-need.row.ts";
import { TrustedOperationRow } from "./trusted-operation.row.ts";

export const database: DatabaseDefinition = {
  rows: [
    AssessmentRow,
    CandidateAccountRow,
    ClosedAccountRow,
    PersonalExportRow,
    CandidateRow,
    ChangeRow,
    ConsentRow,
    DisclosureLookRow,
    CorrectionRow,
    CorrectionTaskRow,
    DeclaredCapacityRow,
    DisclosureRow,
    DisclosureOfRow,
    EmergencyAccessRow,
    FormerNameRow,
    IdentityDecisionRow,
    IdentityHeldRow,
    IncidentRow,
    MandateRow,
    MilestoneReportRow,
    MilestoneRow,
    MissedProposalRow,
    OrganisationGroupRow,
    OrganisationRow,
    PossibleDuplicateRow,
    ProfessionalRow,
    ReferralMoveRow,
    ReferralRow,
    RegionRow,
    RegistrationCorrectionRow,
    RegistrationRow,
    WebhookAttemptRow,
    WebhookDeliveryRow,
    WebhookRow,
    SupportNeedRow,
    TrustedOperationRow,
  ],
  migrations: [
    Alliance1763683200000,
    Candidates1763769600000,
    Consent1763856000000,
    Seals1763942400000,
    Duties1764028800000,
    RetentionSchedule1765300000000,
    ClosedAccountsAndCopies1765300100000,
    MilestoneReports1765000000000,
    ReferralMoves1765100000000,
    Identity1765400000000,
    Listed1765700000000,
    ListedSoFar1765700100000,
    DisclosuresByLook1765700200000,
    StageArrivals1766200000000,
    StageArrivalsSoFar1766200100000,
    Imports1765600000000,
    Arrivals1766000000000,
    News1765200000000,
    Webhooks1765200060000,
    Pathway1765150000000,
    TrustedOperations1765250000000,
    SearchBirth1765500060000,
    SearchBirthIndex1765500120000,
  ],
  retention: RETENTION,
};
