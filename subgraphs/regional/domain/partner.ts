/** Regional partners: the organisations that welcome people in a region, and when each covers which. */

/**
 * The code of a regional partner: the name of a region and a number (`bas-saint-laurent-1`). The database holds every
 * partner to it, and no other organisation of the alliance has a code with a number.
 */
export const PARTNER_CODE = /^[a-z]+(-[a-z]+)*-[1-9][0-9]?$/;

/** The roles that work on the cases of their partner. */
const ROLES_OF_STAFF = ["PROFESSIONAL", "SYSTEM"];

/** The partner whose cases the caller works on, by its code; null for anyone else, dashboards and persons included. */
export function partnerOf({ organisation, roles }: Caller): string | null {
  const isStaff = PARTNER_CODE.test(organisation) && roles.some((role) => ROLES_OF_STAFF.includes(role));
  return isStaff ? organisation : null;
}

interface Caller {
  organisation: string;
  roles: readonly string[];
}

export interface Coverage {
  partnerCode: string;
  regionCode: string;
  /** The first day, as `2026-11-21`. */
  coversFrom: string;
  /** The last day; null while it lasts. */
  coversUntil: string | null;
}

/** Those of `coverages` that hold on a day. */
export function holdingOn<Each extends Coverage>(coverages: readonly Each[], day: string): Each[] {
  return coverages.filter(
    ({ coversFrom, coversUntil }) => coversFrom <= day && (coversUntil === null || day <= coversUntil),
  );
}

/** The codes of the partners that cover a region on a day, in order, each once. */
export function partnersCovering(coverages: readonly Coverage[], regionCode: string, day: string): string[] {
  const covering = holdingOn(coverages, day).filter((coverage) => coverage.regionCode === regionCode);
  return [...new Set(covering.map(({ partnerCode }) => partnerCode))].sort();
}
