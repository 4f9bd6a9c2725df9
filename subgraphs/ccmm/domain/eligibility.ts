/**
 * Who Passerelle sectorielle is for: citizens born abroad, permanent residents, temporary foreign workers and
 * protected persons who live on the territory of the island of Montréal.
 *
 * The rule follows the programme's words. Students, asylum claimants and holders of a post-graduation permit are not
 * among them; CCMM refers them elsewhere.
 */
import { Status } from "./status.ts";

export enum EligibilityCriterion {
  STATUS = "STATUS",
  RESIDENCE = "RESIDENCE",
}

/** Why a criterion is met or not. */
export enum EligibilityCode {
  STATUS_COVERED = "STATUS_COVERED",
  BORN_IN_CANADA = "BORN_IN_CANADA",
  STATUS_NOT_COVERED = "STATUS_NOT_COVERED",
  ON_THE_ISLAND = "ON_THE_ISLAND",
  IN_LAVAL = "IN_LAVAL",
  OFF_THE_ISLAND = "OFF_THE_ISLAND",
}

export interface EligibilityReason {
  criterion: EligibilityCriterion;
  met: boolean;
  code: EligibilityCode;
}

export interface Eligibility {
  eligible: boolean;
  /** One for each criterion, met or not. */
  reasons: EligibilityReason[];
}

/** The statuses of the programme. */
const COVERED: readonly Status[] = [
  Status.CITIZEN_BORN_ABROAD,
  Status.PERMANENT_RESIDENT,
  Status.TEMPORARY_FOREIGN_WORKER,
  Status.PROTECTED_PERSON,
];

/** A postal code, or its first three characters: `H2X 1Y4`, `h2x1y4`, `H2X`. */
export const POSTAL_CODE = /^[ABCEGHJ-NPR-TVXY]\d[ABCEGHJ-NPR-TV-Z](\s?\d[ABCEGHJ-NPR-TV-Z]\d)?$/i;

/** The first three characters of a postal code, in capitals: all that the rule needs, and all that is kept. */
export function postalAreaOf(postalCode: string): string {
  return postalCode.slice(0, 3).toUpperCase();
}

/** Whether a person may take part, with the reason for each criterion. `postalArea` has three characters. */
export function eligibility(status: Status, postalArea: string): Eligibility {
  const reasons = [statusReason(status), residenceReason(postalArea)];
  return { eligible: reasons.every(({ met }) => met), reasons };
}

function statusReason(status: Status): EligibilityReason {
  const met = COVERED.includes(status);
  const code = met
    ? EligibilityCode.STATUS_COVERED
    : status === Status.CITIZEN_BORN_IN_CANADA
      ? EligibilityCode.BORN_IN_CANADA
      : EligibilityCode.STATUS_NOT_COVERED;
  return { criterion: EligibilityCriterion.STATUS, met, code };
}

/**
 * The island of Montréal has the postal codes in H, but for: H7, which is Laval; H0M, which is Akwesasne, more than
 * 100 km away; H0H, which is no place (it is reserved for letters to Santa Claus). No code begins with H6 yet.
 * Smaller islands of the city of Montréal (H3E Île-des-Sœurs, H9C Île-Bizard) belong to its territory and count.
 */
function residenceReason(postalArea: string): EligibilityReason {
  const code = postalArea.startsWith("H7")
    ? EligibilityCode.IN_LAVAL
    : /^H(?!7|0M|0H)/.test(postalArea)
      ? EligibilityCode.ON_THE_ISLAND
      : EligibilityCode.OFF_THE_ISLAND;
  return { criterion: EligibilityCriterion.RESIDENCE, met: code === EligibilityCode.ON_THE_ISLAND, code };
}
