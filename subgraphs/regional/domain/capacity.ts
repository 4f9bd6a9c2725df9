/** Capacity: how many households the partners can receive, month by month. */
import type { Coverage } from "./partner.ts";

export interface MonthPlaces {
  /** The first day of the month, as `2026-11-01`. */
  month: string;
  /** Places for households. */
  offered: number;
  /** Places taken. */
  reserved: number;
}

export interface PartnerMonth extends MonthPlaces {
  tenant: string;
  regionCode: string;
}

export interface CapacityAhead extends MonthPlaces {
  remaining: number;
  /** The months for which something is offered, in order. */
  byMonth: MonthPlaces[];
}

/** How many months a capacity looks ahead, this month included. */
export const MONTHS_AHEAD = 12;

/** The month of a day, by its first day. */
export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** The places not yet taken. */
export function remaining({ offered, reserved }: Pick<MonthPlaces, "offered" | "reserved">): number {
  return offered - reserved;
}

/** The offers that count: a partner's, in the months in which it covers the region for a day at least. */
export function standingOffers<Offer extends PartnerMonth>(
  offers: readonly Offer[],
  coverages: readonly Coverage[],
): Offer[] {
  return offers.filter(({ tenant, regionCode, month }) =>
    coverages.some(
      (coverage) =>
        coverage.partnerCode === tenant &&
        coverage.regionCode === regionCode &&
        monthOf(coverage.coversFrom) <= month &&
        (coverage.coversUntil === null || coverage.coversUntil >= month),
    ),
  );
}

/** The sum of the offers this month, and month by month; nothing offered this month is zero places. */
export function capacityAhead(offers: readonly MonthPlaces[], thisMonth: string): CapacityAhead {
  const months = new Map<string, MonthPlaces>();
  for (const { month, offered, reserved } of offers) {
    const sum = months.get(month) ?? { month, offered: 0, reserved: 0 };
    months.set(month, { month, offered: sum.offered + offered, reserved: sum.reserved + reserved });
  }
  const now = months.get(thisMonth) ?? { month: thisMonth, offered: 0, reserved: 0 };
  const byMonth = [...months.values()].sort((one, other) => (one.month < other.month ? -1 : 1));
  return { ...now, remaining: remaining(now), byMonth };
}
