/** FCCQ's activities: the thirty-one of the first year, and those since, with who came. */
import { day, iso, nextWeekday, TODAY, weekday, type Day } from "./calendar.ts";
import { UESQ_FROM } from "./cohorts.ts";
import type { Business, Chamber } from "./employers.ts";
import { REGIONS } from "./places.ts";
import type { Random } from "./random.ts";
import type { FccqSheets } from "./rows/fccq.ts";

/** [002] Between 2018-11-01 and 2019-12-31. */
const UESQ_ACTIVITIES = 31;
const UESQ_CITIES = 19;
const UESQ_COMPANIES = 562;

export interface Activity {
  id: string;
  on: Day;
  state: "PLANNED" | "HELD" | "SUSPENDED";
  mode: "IN_PERSON" | "VIRTUAL";
  regionCode: string;
  city: string;
  /** One of the thirty-one. */
  first: boolean;
}

/** The activities of one copy of the world, in order of their days. */
export function planActivities(random: Random): Activity[] {
  const cities = REGIONS.flatMap(({ code, cities: all }) =>
    all.map(({ name }) => ({ regionCode: code, city: name })),
  );
  // One city of each region first, then the second ones until there are nineteen.
  const places = [0, 1]
    .flatMap((rank) =>
      REGIONS.flatMap(({ code, cities: all }) =>
        all.slice(rank, rank + 1).map(({ name }) => ({ regionCode: code, city: name })),
      ),
    )
    .slice(0, UESQ_CITIES);
  const firstYear = Array.from({ length: UESQ_ACTIVITIES }, (_, index) => {
    const on = onWeekday(UESQ_FROM + 7 + index * 13 + random.int(0, 4));
    return { on, place: places[index % places.length] as { regionCode: string; city: string }, first: true };
  });
  const since: { on: Day; place: { regionCode: string; city: string }; first: boolean }[] = [];
  for (let on = day("2020-01-28"); on < TODAY + 75; on += random.int(22, 38))
    since.push({ on: onWeekday(on), place: random.pick(cities), first: false });
  return [...firstYear, ...since].map(({ on, place, first }) => ({
    id: random.uuid((on - 40) * 86_400_000),
    on,
    ...place,
    first,
    state: stateOf(on),
    mode: modeOf(on),
  }));
}

function onWeekday(on: Day): Day {
  return weekday(on) === 7 || weekday(on) === 1 ? nextWeekday(on, 2) : on;
}

const CLOSED_FROM = day("2020-03-13");
const CLOSED_TO = day("2020-09-30");
const VIRTUAL_TO = day("2021-12-31");

function stateOf(on: Day): Activity["state"] {
  if (on > TODAY) return "PLANNED";
  return on >= CLOSED_FROM && on <= CLOSED_TO ? "SUSPENDED" : "HELD";
}

function modeOf(on: Day): Activity["mode"] {
  return on > CLOSED_TO && on <= VIRTUAL_TO ? "VIRTUAL" : "IN_PERSON";
}

/** Where the companies of the first year stand: so many new ones at each of the activities. */
export function companySeats(activities: readonly Activity[]): Activity[] {
  const first = activities.filter((activity) => activity.first);
  return Array.from({ length: UESQ_COMPANIES }, (_, index) => first[index % first.length] as Activity);
}

const PROGRAMME = [
  ["WELCOME", "Accueil à l’hôtel de ville", "La mairie", "08:30", 45],
  ["TESTIMONIES", "Témoignages de personnes établies ici", "Le partenaire régional", "09:30", 60],
  ["EMPLOYER_INTERVIEWS", "Entrevues avec les employeurs", "La chambre de commerce", "10:45", 135],
  ["LOCAL_ORGANISATIONS", "Présentation des organismes locaux", "Le partenaire régional", "14:00", 60],
  ["VISIT", "Visite de la ville, d’une entreprise et d’une école", "La chambre de commerce", "15:15", 120],
] as const;

/** Writes the activities with their programme and their companies; `businesses` begin with those of `companySeats`. */
export function writeActivities(
  random: Random,
  activities: readonly Activity[],
  businesses: readonly Business[],
  chambers: readonly Chamber[],
  sheets: FccqSheets,
): void {
  const seats = companySeats(activities);
  for (const [index, activity] of activities.entries()) {
    const { id, on, state, mode, regionCode, city } = activity;
    const virtual = mode === "VIRTUAL";
    const kind = virtual
      ? random.pick(["EMPLOYER_MEETING", "INFORMATION_SESSION"] as const)
      : activity.first || random.chance(0.8)
        ? "EXPLORATORY_TRIP"
        : "EMPLOYER_MEETING";
    const near = chambers.filter((chamber) => chamber.city === city);
    sheets.add("activity", {
      id,
      kind,
      mode,
      state,
      title: TITLES[kind](city),
      heldOn: iso(on),
      regionCode,
      city,
      chamberId: near.length > 0 ? random.pick(near).id : null,
      suspensionReason:
        state === "SUSPENDED"
          ? "Les déplacements de groupe en région ne sont pas possibles pour le moment."
          : null,
    });
    const parts =
      kind === "EXPLORATORY_TRIP" ? PROGRAMME : PROGRAMME.slice(1, kind === "EMPLOYER_MEETING" ? 3 : 2);
    for (const [part, title, ledBy, startsAt, minutes] of parts)
      sheets.add("activity_part", {
        id: random.uuid((on - 40) * 86_400_000),
        activityId: id,
        kind: part,
        title,
        ledBy,
        startsAt,
        minutes,
      });
    const newcomers = businesses.filter((_, seat) => seats[seat] === activity);
    const before = businesses.filter((_, seat) => {
      const other = seats[seat];
      return other !== undefined && other.on < on;
    });
    const back = activity.first
      ? random.some(before, Math.min(before.length, random.int(0, 3)))
      : random.some(businesses, random.int(5, 14));
    const present = [...newcomers, ...back];
    const attendance = state === "HELD" ? "PRESENT" : "EXPECTED";
    for (const { id: businessId } of present)
      sheets.add("activity_company", {
        id: random.uuid((on - 20) * 86_400_000),
        activityId: id,
        businessId,
        attendance,
      });
    if (state === "HELD" && index % 3 === 0) {
      const absent = random.pick(businesses.slice(seats.length));
      if (!present.includes(absent))
        sheets.add("activity_company", {
          id: random.uuid((on - 20) * 86_400_000),
          activityId: id,
          businessId: absent.id,
          attendance: "ABSENT",
        });
    }
  }
}

const TITLES = {
  EXPLORATORY_TRIP: (city: string) => `Voyage exploratoire à ${city}`,
  EMPLOYER_MEETING: (city: string) => `Rencontre avec des employeurs de ${city}`,
  INFORMATION_SESSION: (city: string) => `Découvrir ${city} et sa région`,
};
