/** The ways in which the registry's graph reaches its rows; made anew for each request. */
import pg from "pg";
import { manyBy, oneBy, oneOfFew, pagesBy, type Reader } from "../../../platform/load.ts";
import type { OrderColumn } from "../../../platform/page.ts";
import { AssessmentRow } from "./assessment.row.ts";
import { CandidateAccountRow } from "./candidate-account.row.ts";
import { CandidateRow } from "./candidate.row.ts";
import { chosenRegions } from "./chosen-region.ts";
import { ConsentRow } from "./consent.row.ts";
import { DisclosureLookRow } from "./disclosure-look.row.ts";
import { CorrectionTaskRow } from "./correction-task.row.ts";
import { DisclosureOfRow } from "./disclosure-of.row.ts";
import { FormerNameRow } from "./former-name.row.ts";
import { doorsOf } from "./identity-door.ts";
import { IdentityHeldRow } from "./identity-decision.row.ts";
import { MandateRow } from "./mandate.row.ts";
import { MilestoneRow } from "./milestone.row.ts";
import { OrganisationGroupRow } from "./organisation-group.row.ts";
import { OrganisationRow } from "./organisation.row.ts";
import { PersonalExportRow } from "./personal-export.row.ts";
import { ProfessionalRow } from "./professional.row.ts";
import { ReferralMoveRow } from "./referral-move.row.ts";
import { ReferralRow } from "./referral.row.ts";
import { RegionRow } from "./region.row.ts";
import { RegistrationCorrectionRow } from "./registration-correction.row.ts";
import { RegistrationRow } from "./registration.row.ts";
import { WebhookAttemptRow } from "./webhook-attempt.row.ts";
import { WebhookDeliveryRow } from "./webhook-delivery.row.ts";
import { WebhookRow } from "./webhook.row.ts";
import { readOfferings } from "./offerings.ts";
import { SupportNeedRow } from "./support-need.row.ts";

const BY_LOOK: readonly OrderColumn<DisclosureLookRow>[] = [
  { property: "at", direction: "DESC" },
  { property: "id", direction: "DESC" },
];

const BY_DISCLOSURE: readonly OrderColumn<DisclosureOfRow>[] = [
  { property: "at", direction: "DESC" },
  { property: "id", direction: "DESC" },
];

const BY_OCCURRENCE: readonly OrderColumn<MilestoneRow>[] = [
  { property: "occurredAt", direction: "DESC" },
  { property: "id", direction: "DESC" },
];

const BY_REQUEST: readonly OrderColumn<ReferralRow>[] = [
  { property: "requestedAt", direction: "DESC" },
  { property: "id", direction: "DESC" },
];

const BY_ASSESSMENT: readonly OrderColumn<AssessmentRow>[] = [
  { property: "assessedAt", direction: "DESC" },
  { property: "id", direction: "DESC" },
];

const BY_RECORD: readonly OrderColumn<SupportNeedRow>[] = [
  { property: "recordedAt", direction: "DESC" },
  { property: "id", direction: "DESC" },
];

export function createLoaders(reader: Reader, organisation: string) {
  return {
    accountOfSubject: oneBy(reader, CandidateAccountRow, "subject"),
    candidate: oneBy(reader, CandidateRow),
    /** By its code or its id. */
    organisation: oneOfFew(reader, OrganisationRow, "code", "id"),
    professional: oneBy(reader, ProfessionalRow),
    professionalOfSubject: oneBy(reader, ProfessionalRow, "subject"),
    region: oneOfFew(reader, RegionRow, "code"),
    formerNamesOfOrganisation: manyBy(reader, FormerNameRow, "organisationId", { name: "ASC" }),
    mandatesOfOrganisation: manyBy(reader, MandateRow, "organisationId", { mandate: "ASC", id: "ASC" }),
    professionalsOfOrganisation: pagesBy(reader, ProfessionalRow, "organisationId", [
      { property: "familyName", direction: "ASC" },
      { property: "id", direction: "ASC" },
    ]),
    organisationGroup: oneOfFew(reader, OrganisationGroupRow, "code"),
    consentsOfCandidate: manyBy(reader, ConsentRow, "candidateId", { recordedAt: "DESC", id: "DESC" }),
    exportsOfCandidate: manyBy(reader, PersonalExportRow, "candidateId", { exportedAt: "DESC", id: "DESC" }),
    tasksOfCorrection: manyBy(reader, CorrectionTaskRow, "correctionId", { organisationCode: "ASC" }),
    /** What the door of a registration is told of who the person is. */
    doorOfRegistration: reader.waves.loader((ids: readonly string[]) => doorsOf(reader.manager, ids)),
    identityOfCandidate: manyBy(reader, IdentityHeldRow, "candidateId", { decidedAt: "DESC", id: "DESC" }),
    milestone: oneBy(reader, MilestoneRow),
    registration: oneBy(reader, RegistrationRow),
    correctionsOfRegistration: manyBy(reader, RegistrationCorrectionRow, "registrationId", {
      recordedAt: "DESC",
      id: "DESC",
    }),
    milestonesOfCandidate: pagesBy(reader, MilestoneRow, "candidateId", BY_OCCURRENCE),
    /** Those that the viewer's own organisation reported. */
    ownMilestonesOfCandidate: pagesBy(reader, MilestoneRow, "candidateId", BY_OCCURRENCE, "true", {
      organisationCode: organisation,
    }),
    referral: oneBy(reader, ReferralRow),
    movesOfReferral: manyBy(reader, ReferralMoveRow, "referralId", { position: "ASC" }),
    assessmentsOfCandidate: pagesBy(reader, AssessmentRow, "candidateId", BY_ASSESSMENT),
    /** Those that the viewer's own organisation recorded. */
    ownAssessmentsOfCandidate: pagesBy(reader, AssessmentRow, "candidateId", BY_ASSESSMENT, "true", {
      organisationCode: organisation,
    }),
    supportNeedsOfCandidate: pagesBy(reader, SupportNeedRow, "candidateId", BY_RECORD),
    /** Those that the viewer's own organisation recorded or promised. */
    ownSupportNeedsOfCandidate: pagesBy(
      reader,
      SupportNeedRow,
      "candidateId",
      BY_RECORD,
      `${pg.escapeLiteral(organisation)} in (t.organisation_code, t.promised_by, t.given_by)`,
    ),
    /** What organisations are mandated to do today: a small table, read once a request. */
    offerings: readOfferings(reader),
    /** The region that each person last chose. */
    chosenRegion: chosenRegions(reader),
    referralsOfCandidate: pagesBy(reader, ReferralRow, "candidateId", BY_REQUEST),
    looksOfCandidate: pagesBy(reader, DisclosureLookRow, "candidateId", BY_LOOK),
    /** Those of the viewer's own organisation. */
    ownLooksOfCandidate: pagesBy(reader, DisclosureLookRow, "candidateId", BY_LOOK, "true", { organisation }),
    /** Those that the viewer's own organisation sent or received. */
    ownReferralsOfCandidate: pagesBy(
      reader,
      ReferralRow,
      "candidateId",
      BY_REQUEST,
      `${pg.escapeLiteral(organisation)} in (t.from_organisation, t.to_organisation)`,
    ),
    /** With those that were removed. */
    webhooksOfOrganisation: manyBy(reader, WebhookRow, "organisationCode", { createdAt: "ASC", id: "ASC" }),
    deliveriesOfWebhook: pagesBy(reader, WebhookDeliveryRow, "webhookId", [
      { property: "createdAt", direction: "DESC" },
      { property: "id", direction: "DESC" },
    ]),
    attemptsOfDelivery: manyBy(reader, WebhookAttemptRow, "deliveryId", { number: "ASC" }),
    disclosuresOfCandidate: pagesBy(reader, DisclosureOfRow, "candidateId", BY_DISCLOSURE),
    /** Those to the viewer's own organisation. */
    ownDisclosuresOfCandidate: pagesBy(reader, DisclosureOfRow, "candidateId", BY_DISCLOSURE, "true", {
      organisation,
    }),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
