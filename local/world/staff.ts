/** The professionals of every organisation: those that one can sign in as, and their colleagues. */
import { people as signInPersonas } from "../personas.ts";
import { day, iso, type Day } from "./calendar.ts";
import { STAFF_FAMILIES, STAFF_MEN, STAFF_WOMEN } from "./names/quebec.ts";
import { PARTNERS } from "./places.ts";
import type { Random } from "./random.ts";
import type { RegistrySheets } from "./rows/registry.ts";

export interface Professional {
  id: string;
  /** The subject of their token, and how they sign. */
  subject: string;
  organisation: string;
  givenName: string;
  familyName: string;
  since: Day;
}

/** The three of Emplois en régions, with the number of counsellors of each: fourteen together. */
export const TENANTS = [
  { code: "promis", counsellors: 5 },
  { code: "le-collectif", counsellors: 5 },
  { code: "inici", counsellors: 4 },
] as const;

interface Team {
  organisation: string;
  role: string;
  size: number;
  jobTitle: string;
  since: string;
}

const TEAMS: readonly Team[] = [
  ...TENANTS.map(({ code, counsellors }) => ({
    organisation: code,
    role: "counsellor",
    size: counsellors,
    jobTitle: "Conseil en emploi et en régionalisation",
    since: "2016-09-06",
  })),
  {
    organisation: "fccq",
    role: "officer",
    size: 6,
    jobTitle: "Maillage, Un emploi en sol québécois",
    since: "2017-05-01",
  },
  {
    organisation: "ccmm",
    role: "adviser",
    size: 6,
    jobTitle: "Conseil, Talents et diversité",
    since: "2020-11-02",
  },
  { organisation: "mifi", role: "agent", size: 3, jobTitle: "Projet pilote prédépart", since: "2023-03-06" },
  {
    organisation: "alliance",
    role: "coordinator",
    size: 1,
    jobTitle: "Coordination de l’alliance",
    since: "2018-03-05",
  },
  ...PARTNERS.map(({ code }) => ({
    organisation: code,
    role: "professional",
    size: 2,
    jobTitle: "Accueil et établissement",
    since: "2017-10-02",
  })),
];

/** The professionals by their organisation, who one can sign in as first. */
export type Staff = ReadonlyMap<string, readonly [Professional, ...Professional[]]>;

/** Everybody, the same in every world. */
export function hireStaff(random: Random): Staff {
  const personas = new Map(signInPersonas().map((persona) => [persona.name, persona]));
  const taken = new Set<string>();
  return new Map(
    TEAMS.map(({ organisation, role, size, since }) => {
      const hire = (number: number): Professional => {
        const subject = number === 1 ? `${role}@${organisation}` : `${role}-${number}@${organisation}`;
        const persona = personas.get(subject);
        const start = day(since) + (number <= 2 ? 0 : random.int(0, 400) + (number - 2) * 100);
        const name = persona ?? freshName(random, taken);
        return {
          id: random.fork(subject).uuid(start * 86_400_000),
          subject,
          organisation,
          givenName: name.givenName,
          familyName: name.familyName,
          since: start,
        };
      };
      return [
        organisation,
        [hire(1), ...Array.from({ length: size - 1 }, (_, index) => hire(index + 2))],
      ] as const;
    }),
  );
}

/** Writes everybody into the registry. `organisationIds` are the registry's, by code. */
export function writeStaff(
  staff: Staff,
  organisationIds: ReadonlyMap<string, string>,
  sheets: RegistrySheets,
): void {
  for (const { organisation, jobTitle } of TEAMS) {
    const organisationId = organisationIds.get(organisation);
    if (!organisationId) throw new RangeError(`The registry does not know the organisation ${organisation}.`);
    for (const { id, subject, givenName, familyName, since } of staff.get(organisation) ?? [])
      sheets.add("professional", {
        id,
        subject,
        organisationId,
        givenName,
        familyName,
        jobTitle,
        since: iso(since),
        until: null,
      });
  }
}

/** Somebody of an organisation who was there on a day. */
export function colleague(staff: Staff, organisation: string, random: Random, on: Day): Professional {
  const team = staff.get(organisation);
  if (!team) throw new RangeError(`Nobody works at ${organisation}.`);
  const there = team.filter(({ since }) => since <= on);
  return there.length === 0 ? team[0] : random.pick(there);
}

/** The name of somebody as it is shown. */
export function fullName({ givenName, familyName }: Pick<Professional, "givenName" | "familyName">): string {
  return `${givenName} ${familyName}`;
}

function freshName(random: Random, taken: Set<string>): { givenName: string; familyName: string } {
  for (;;) {
    const givenName = random.pick(random.chance(0.5) ? STAFF_WOMEN : STAFF_MEN);
    const familyName = random.pick(STAFF_FAMILIES);
    if (taken.has(`${givenName} ${familyName}`)) continue;
    taken.add(`${givenName} ${familyName}`);
    return { givenName, familyName };
  }
}
