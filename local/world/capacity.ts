/** Places for households with the regional partners, month by month: offered beforehand, taken as households are expected. */
import { day, iso, monthOf, TODAY } from "./calendar.ts";
import { PARTNERS } from "./places.ts";
import type { Random } from "./random.ts";
import type { RegionalSheets } from "./rows/regional.ts";

export interface Month {
  id: string;
  offered: number;
  reserved: number;
}

/** Every month of every partner, from the beginning to a year ahead. */
export class Capacity {
  private readonly months = new Map<string, Month>();

  constructor(random: Random, sheets: RegionalSheets) {
    const all = new Set<string>();
    for (let on = day("2017-04-01"); on <= TODAY + 365; on += 27) all.add(monthOf(on));
    for (const { code: tenant, region } of PARTNERS)
      for (const month of all) {
        const row: Month = {
          id: random.uuid(day(month) * 86_400_000),
          offered: random.int(2, 7),
          reserved: 0,
        };
        this.months.set(`${tenant} ${month}`, row);
        sheets.add("welcome_capacity", { ...row, tenant, regionCode: region.code, month });
      }
  }

  /** Takes a place of that month; gives the id of what the case holds. */
  reserve(tenant: string, regionCode: string, month: string): string {
    const row = this.months.get(`${tenant} ${month}`);
    if (!row)
      throw new RangeError(
        `${tenant} offers nothing in region ${regionCode} in ${month} (today is ${iso(TODAY)}).`,
      );
    row.reserved += 1;
    if (row.offered < row.reserved) row.offered = row.reserved;
    return row.id;
  }

  /** The months of which a place was taken, as they stand at the end. */
  taken(): Month[] {
    return [...this.months.values()].filter(({ reserved }) => reserved > 0);
  }
}
