/** The ways in which the registry's graph reaches its rows; made anew for each request. */
import pg from "pg";
import type { EntityTarget, ObjectLiteral } from "typeorm";
import { manyBy, oneBy, oneOfFew, pagesBy, type Reader } from "../../../platform/load.ts";
import type { OrderColumn, PageArgs } from "../../../platform/page.ts";
import { rowsOf } from "../../../platform/rows.ts";
import { Section } from "../domain/section.ts";
import { AssessmentRow } from "./assessment.row.ts";
import { CandidateAccountRow } from "./candidate-account.row.ts";
import { CandidateRow } from "./candidate.row.ts";
import { chosenRegions } from "./chosen-region.ts";
import { ConsentRow } from "./consent.row.ts";
import { DisclosureLookRow } from "./disclosure-look.row.ts";
import { CorrectionTaskRow } from "./correction-task.row.ts";
import { DisclosureOfRow } from "./disclosure-of.row.ts";
import { isOwnOnly, type CandidateFile } from "./files.ts";
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
  /** Pages of what belongs to a section of a file; where it is open only as the organisation's own file, of `own`. */
  const pagesOfFile = <Row extends ObjectLiteral>(
    section: Section,
    row: EntityTarget<Row>,
    order: readonly OrderColumn<Row>[],
    own: Partial<Row> | string,
  ) => {
    const every = pagesBy(reader, row, "candidateId", order);
    const theirs =
      typeof own === "string"
        ? pagesBy(reader, row, "candidateId", order, own)
        : pagesBy(reader, row, "candidateId", order, "true", own);
    return (file: CandidateFile, page: PageArgs) =>
      (isOwnOnly(file, section) ? theirs : every)(file.candidateId, page);
  };
  const isOneOf = (columns: string) => `${pg.escapeLiteral(organisation)} in (${columns})`;

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
    /** That of the viewer's own organisation, by its own reference. */
    registrationOfReference: reader.waves.loader(async (references: readonly string[]) => {
      const rows = await rowsOf(
        reader.manager,
        RegistrationRow,
        "where organisation_code = $1 and organisation_reference = any($2)",
        [organisation, references],
      );
      const found = new Map(rows.map((row) => [row.organisationReference, row]));
      return references.map((reference) => found.get(reference) ?? null);
    }),
    correctionsOfRegistration: manyBy(reader, RegistrationCorrectionRow, "registrationId", {
      recordedAt: "DESC",
      id: "DESC",
    }),
    referral: oneBy(reader, ReferralRow),
    movesOfReferral: manyBy(reader, ReferralMoveRow, "referralId", { position: "ASC" }),
    milestonesOfFile: pagesOfFile(Section.PATHWAY, MilestoneRow, BY_OCCURRENCE, {
      organisationCode: organisation,
    }),
    /** Its own: those it sent or received. */
    referralsOfFile: pagesOfFile(
      Section.PATHWAY,
      ReferralRow,
      BY_REQUEST,
      isOneOf("t.from_organisation, t.to_organisation"),
    ),
    assessmentsOfFile: pagesOfFile(Section.PATHWAY, AssessmentRow, BY_ASSESSMENT, {
      organisationCode: organisation,
    }),
    /** Its own: those it recorded, promised or gave. */
    supportNeedsOfFile: pagesOfFile(
      Section.PATHWAY,
      SupportNeedRow,
      BY_RECORD,
      isOneOf("t.organisation_code, t.promised_by, t.given_by"),
    ),
    disclosuresOfFile: pagesOfFile(Section.IDENTITY, DisclosureOfRow, BY_DISCLOSURE, { organisation }),
    looksOfFile: pagesOfFile(Section.IDENTITY, DisclosureLookRow, BY_LOOK, { organisation }),
    /** What organisations are mandated to do today: a small table, read once a request. */
    offerings: readOfferings(reader),
    /** The region that each person last chose. */
    chosenRegion: chosenRegions(reader),
    /** With those that were removed. */
    webhooksOfOrganisation: manyBy(reader, WebhookRow, "organisationCode", { createdAt: "ASC", id: "ASC" }),
    deliveriesOfWebhook: pagesBy(reader, WebhookDeliveryRow, "webhookId", [
      { property: "createdAt", direction: "DESC" },
      { property: "id", direction: "DESC" },
    ]),
    attemptsOfDelivery: manyBy(reader, WebhookAttemptRow, "deliveryId", { number: "ASC" }),
  };
}

export type Loaders = ReturnType<typeof createLoaders>;
