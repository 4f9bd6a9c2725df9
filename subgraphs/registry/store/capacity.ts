/** Places for households, as the regional partners declared them to the registry. */
import type { EntityManager } from "typeorm";

/** What one partner has in a region in a month; the places are null when it declared nothing. */
export interface PartnerPlaces {
  organisationCode: string;
  regionCode: string;
  /** The first day of the month. */
  month: string;
  offered: number | null;
  /** Taken, as the partner counts them. */
  reserved: number | null;
  /** Asked for by referrals that the partner has not answered, and so does not count yet. */
  requested: number;
  countedAt: Date | null;
}

/** The places left; null when the partner declared nothing. */
export function placesLeft({ offered, reserved, requested }: PartnerPlaces): number | null {
  return offered === null ? null : Math.max(0, offered - (reserved ?? 0) - requested);
}

/** Every partner that welcomes people in these regions on a day, with its places in that month, by code. */
export function placesInRegions(
  manager: EntityManager,
  regionCodes: readonly string[],
  month: string,
  today: string,
): Promise<PartnerPlaces[]> {
  return manager.query(PLACES, [regionCodes, month, today]);
}

/** The first day of the month of a day. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

const PLACES = /* sql */ `
  select organisation.code as "organisationCode", mandate.region_code as "regionCode", $2::date as month, offered, reserved,
    (select count(*)::int from referral where to_organisation = organisation.code and open_until >= $3
      and state = 'REQUESTED' and reason = 'REGION_CHOSEN') as requested, counted_at as "countedAt"
  from mandate join organisation on organisation.id = mandate.organisation_id
  left join declared_capacity on declared_capacity.organisation_code = organisation.code
    and declared_capacity.region_code = mandate.region_code and declared_capacity.month = $2
  where mandate.mandate = 'WELCOME' and mandate.region_code = any($1) and (mandate.until is null or mandate.until >= $3)
  order by mandate.region_code, organisation.code`;
