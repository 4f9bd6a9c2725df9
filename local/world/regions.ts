/** What the regional partners tell of their regions: who covers what, services, videos, visits and their hosts. */
import { day, iso, moment, TODAY } from "./calendar.ts";
import { PARTNERS, REGIONS } from "./places.ts";
import type { Random } from "./random.ts";
import type { RegionalSheets } from "./rows/regional.ts";

const BEGAN = "2018-04-01";

/** Writes all that is of the partners and of no household, the same in every world. */
export function writeRegions(random: Random, sheets: RegionalSheets): void {
  const founded = day(BEGAN) * 86_400_000;
  for (const { code, city, region } of PARTNERS) {
    sheets.add("regional_partner", { code, city, website: `https://${code}.example.org` });
    sheets.add("coverage", {
      id: random.uuid(founded),
      partnerCode: code,
      regionCode: region.code,
      coversFrom: BEGAN,
      coversUntil: null,
    });
  }
  for (const region of REGIONS) {
    const [main, other] = region.cities;
    const tenant = `${region.slug}-1`;
    const writtenOn = random.int(day("2023-01-09"), TODAY - 30);
    sheets.add("region_profile", {
      id: random.uuid(writtenOn * 86_400_000),
      regionCode: region.code,
      tenant,
      writtenAt: moment(writtenOn, 60),
      realityFr: `${region.name}: autour de ${main?.name} et de ${other?.name}, on travaille surtout ${random.pick(WORK_FR)}. Les logements se trouvent mieux au printemps, et une voiture est utile hors de la ville.`,
      realityEn: `${region.name}: around ${main?.name} and ${other?.name}, people mostly work ${random.pick(WORK_EN)}. Housing is easier to find in spring, and a car helps outside the city.`,
    });
  }
  for (const { code: tenant, region } of PARTNERS) {
    writeServices(random, tenant, region, sheets);
    writeVisits(random, tenant, region, sheets);
  }
}

const WORK_FR = [
  "dans la santé, la forêt et l’enseignement",
  "dans la fabrication et l’agroalimentaire",
  "dans les mines, le transport et les services publics",
  "dans le tourisme, la pêche et les soins",
];
const WORK_EN = [
  "in health care, forestry and teaching",
  "in manufacturing and food processing",
  "in mining, transport and public services",
  "in tourism, fisheries and care",
];

type Place = (typeof REGIONS)[number];

function writeServices(random: Random, tenant: string, region: Place, sheets: RegionalSheets): void {
  for (const [kind, name, aboutFr, aboutEn] of random.some(SERVICES, 5)) {
    const city = random.pick(region.cities).name;
    const addedOn = random.int(day("2018-06-01"), TODAY - 60);
    sheets.add("regional_service", {
      id: random.uuid(addedOn * 86_400_000),
      tenant,
      regionCode: region.code,
      kind,
      name: `${name} de ${city}`,
      city,
      aboutFr,
      aboutEn,
      website: null,
      addedOn: iso(addedOn),
      withdrawnOn: random.chance(0.05) ? iso(addedOn + 40) : null,
    });
  }
  const publishedOn = random.int(day("2021-02-01"), TODAY - 30);
  const kind = random.pick(["LOCAL_REALITY", "LOCAL_ACTOR", "TESTIMONY"] as const);
  const id = random.uuid(publishedOn * 86_400_000);
  sheets.add("regional_video", {
    id,
    tenant,
    regionCode: region.code,
    kind,
    titleFr: `Vivre ici: ${region.name}`,
    titleEn: `Living here: ${region.name}`,
    url: `https://videos.example.org/${id}`,
    captioned: true,
    consentedOn: kind === "LOCAL_REALITY" ? null : iso(publishedOn - 10),
    publishedOn: iso(publishedOn),
    withdrawnOn: null,
  });
}

const SERVICES = [
  [
    "WELCOME",
    "Carrefour d’accueil",
    "Accueil et orientation, sans rendez-vous.",
    "Welcome and guidance, no appointment needed.",
  ],
  ["HOUSING", "Office d’habitation", "Aide à la recherche d’un logement.", "Help to find a home."],
  [
    "EMPLOYMENT",
    "Carrefour emploi",
    "Rencontres avec des employeurs, simulations d’entrevue.",
    "Meetings with employers, practice interviews.",
  ],
  [
    "FRENCH_COURSES",
    "Centre d’éducation des adultes",
    "Cours de français le jour et le soir.",
    "French courses by day and in the evening.",
  ],
  [
    "SCHOOL",
    "Centre de services scolaire",
    "Classes d’accueil au primaire et au secondaire.",
    "Welcome classes in primary and secondary school.",
  ],
  [
    "CHILD_CARE",
    "Bureau coordonnateur de la garde",
    "Places en garderie et en milieu familial.",
    "Places in child care.",
  ],
  [
    "HEALTH",
    "Centre local de services communautaires",
    "Inscription, vaccination, soutien.",
    "Registration, vaccination, support.",
  ],
  [
    "TRANSPORT",
    "Transport collectif",
    "Autobus et taxibus vers les villages.",
    "Buses and shared taxis to the villages.",
  ],
  [
    "COMMUNITY",
    "Maison des familles",
    "Cuisines collectives, jumelage, fêtes de quartier.",
    "Shared kitchens, pairing, neighbourhood celebrations.",
  ],
  [
    "BUSINESS",
    "Service aux entreprises",
    "Démarrage et reprise d’entreprise.",
    "Starting or taking over a business.",
  ],
] as const;

function writeVisits(random: Random, tenant: string, region: Place, sheets: RegionalSheets): void {
  const hosts = [0, 1].map((index) => {
    const since = random.int(day("2018-09-03"), day("2022-05-02"));
    const person = index === 0;
    const named = !person || random.chance(0.4);
    const id = random.uuid(since * 86_400_000);
    sheets.add("visit_host", {
      id,
      tenant,
      regionCode: region.code,
      city: random.pick(region.cities).name,
      kind: person ? "PERSON" : "ORGANISATION",
      presentation: person
        ? random.pick([
            "Une famille arrivée il y a dix ans",
            "Un couple de maraîchers",
            "Une enseignante à la retraite",
          ])
        : "La coopérative de quartier",
      name: !named
        ? null
        : person
          ? random.pick(["Mireille et Lassana", "Doris Plourde", "Ghyslain et Mbarka"])
          : `Coopérative ${region.of}`,
      namedSince: person && named ? iso(since) : null,
      since: iso(since),
      until: random.chance(0.1) ? iso(since + 900) : null,
    });
    return id;
  });
  for (let on = day("2018-11-10") + random.int(0, 60); on < TODAY + 70; on += random.int(100, 260)) {
    const cancelled = (on > day("2020-03-13") && on < day("2021-06-01")) || random.chance(0.06);
    const state = cancelled ? "CANCELLED" : on <= TODAY ? "HELD" : "PLANNED";
    const city = random.pick(region.cities).name;
    sheets.add("visit", {
      id: random.uuid((on - 30) * 86_400_000),
      tenant,
      regionCode: region.code,
      city,
      title: `Une journée à ${city}`,
      hostId: random.chance(0.8) ? random.pick(hosts) : null,
      state,
      plannedOn: iso(on),
      heldOn: state === "HELD" ? iso(on) : null,
      received: state === "HELD" ? random.int(6, 34) : null,
      cancelReason: cancelled ? "Reportée par le partenaire." : null,
    });
  }
}
