/** When Passerelle sectorielle gathers people: sessions of welcome, of video, of each sector, and recruitment events. */
import { day, iso, nextWeekday, TODAY, type Day } from "./calendar.ts";

export type GatheringKind = "WELCOME" | "VIDEO_TRAINING" | "SECTOR";

export interface Gathering {
  kind: GatheringKind;
  on: Day;
  sector: string | null;
}

/** The sectors that the programme works with. */
export const PASSERELLE_SECTORS = ["54", "62", "31", "61", "52", "56"] as const;

const LAUNCHED = day("2021-02-01");
const PLANNED_UNTIL = TODAY + 120;

const months: Day[] = [];
for (let first = LAUNCHED; first <= PLANNED_UNTIL; first = day(monthAfter(first))) months.push(first);

const sessions = (kind: GatheringKind, week: number): Gathering[] =>
  months.map((first) => ({ kind, on: nextWeekday(first, 2) + 7 * week, sector: null }));

/** Every session from the launch to those planned, in order of their days. */
export const GATHERINGS: readonly Gathering[] = [
  ...sessions("WELCOME", 0),
  ...sessions("VIDEO_TRAINING", 1),
  ...everyOtherWeek().map((on, week) => ({
    kind: "SECTOR" as const,
    on,
    sector: PASSERELLE_SECTORS[week % PASSERELLE_SECTORS.length] ?? null,
  })),
].sort((one, other) => one.on - other.on);

/** The days of the recruitment events: a Thursday every season. */
export const EVENT_DAYS: readonly Day[] = Array.from(
  { length: 60 },
  (_, index) => nextWeekday(day("2021-03-15"), 4) + index * 91,
).filter((on) => on <= PLANNED_UNTIL);

/** The first gathering of a kind (and of a sector) on or after a day; undefined when none is planned yet. */
export function nextGathering(
  kind: GatheringKind,
  from: Day,
  sector: string | null = null,
): Gathering | undefined {
  return GATHERINGS.find((each) => each.kind === kind && each.on >= from && each.sector === sector);
}

function everyOtherWeek(): Day[] {
  const first = nextWeekday(LAUNCHED, 3);
  return Array.from({ length: Math.floor((PLANNED_UNTIL - first) / 14) + 1 }, (_, week) => first + week * 14);
}

function monthAfter(first: Day): string {
  const [year = 0, month = 0] = iso(first).split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}
