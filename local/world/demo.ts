/** The candidate of the README, known to all five: her life is told here, day by day. */
import { day } from "./calendar.ts";
import type { Member } from "./plans.ts";
import type { Life, Plan, Stay } from "./life.ts";
import { occupationOf } from "./occupations.ts";
import type { Person } from "./people.ts";
import { PARTNERS, type RegionalPartner } from "./places.ts";

/** Her id, in every world. */
export const DEMO_CANDIDATE = "018f4a3c-6e00-7c3a-9d52-5a1f0c7e2b46";

export const DEMO_PERSON: Person = {
  givenNames: "Adjoua Grâce",
  familyNames: "N’Guessan-Bamba",
  birthDate: "1989-03-17",
  country: "CI",
  occupation: occupationOf("31301"),
  skills: ["soins aigus", "évaluation clinique", "gestion des médicaments"],
  experienceYears: 11,
  french: [12, 12, 12, 11],
  email: "adjoua.nguessan@example.org",
  phone: "514 555-0142",
  home: { address: "4120, rue des Érables, app. 3", postalCode: "H2R 2N1" },
};

const PLAN: Plan = {
  door: "mifi",
  tenant: "promis",
  track: "EMPLOYMENT",
  viaMatching: true,
  abroad: true,
  target: "FOLLOW_UP",
  exit: null,
  twist: "RETURNED",
};

const rimouski: Stay = {
  partner: partner("bas-saint-laurent-1"),
  chosenOn: day("2024-12-02"),
  liaisonOn: day("2024-12-05"),
  contactOn: day("2024-12-09"),
  datedOn: day("2024-12-20"),
  moveOn: day("2025-01-25"),
  arrivedOn: day("2025-01-25"),
  settledOn: day("2025-03-14"),
  retainedOn: null,
  end: { kind: "RETURNED", on: day("2025-06-27") },
};
const sherbrooke: Stay = {
  partner: partner("estrie-1"),
  chosenOn: day("2026-05-20"),
  liaisonOn: day("2026-05-22"),
  contactOn: day("2026-05-25"),
  datedOn: day("2026-06-03"),
  moveOn: day("2026-07-04"),
  arrivedOn: day("2026-07-04"),
  settledOn: day("2026-09-18"),
  retainedOn: null,
  end: null,
};

const LIFE: Life = {
  plan: PLAN,
  startOn: day("2024-05-06"),
  abroad: { counsellorOn: day("2024-05-15"), arrivedOn: day("2024-08-21") },
  eerOn: day("2024-05-10"),
  counsellorOn: day("2024-08-26"),
  spells: [
    {
      startOn: day("2024-08-26"),
      readyOn: day("2024-11-12"),
      matchingOn: null,
      offers: [],
      stays: [rimouski],
    },
    {
      startOn: day("2025-06-27"),
      readyOn: day("2025-10-20"),
      matchingOn: day("2025-10-24"),
      stays: [sherbrooke],
      offers: [
        { proposedOn: day("2026-02-16"), answer: "REFUSED", answeredOn: day("2026-02-24") },
        { proposedOn: day("2026-05-11"), answer: "ACCEPTED", answeredOn: day("2026-05-19") },
      ],
    },
  ],
  pause: null,
  exitOn: null,
  reachedOn: day("2026-09-18"),
};

export const DEMO_MEMBER: Member = {
  life: LIFE,
  earlyVisitor: false,
  visitor: true,
  passerelle: "SELF_DIRECTED_MATCHING",
};
/** When, back in Montréal, she answered Passerelle sectorielle's questionnaire too. */
export const DEMO_PASSERELLE_ON = day("2025-07-14");

function partner(code: string): RegionalPartner {
  const found = PARTNERS.find((each) => each.code === code);
  if (!found) throw new RangeError(`There is no partner ${code}.`);
  return found;
}
