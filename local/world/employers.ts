/** FCCQ's chambers and corporate members, and the businesses that employ people: all of them invented. */
import { day, iso } from "./calendar.ts";
import { SECTORS } from "./occupations.ts";
import { REGIONS, type City, type Region } from "./places.ts";
import type { Random } from "./random.ts";
import type { FccqSheets } from "./rows/fccq.ts";

/** [000] */
const CHAMBERS = 125;
const CORPORATE_MEMBERS = 1100;
const BUSINESSES = 2000;

export interface Business {
  id: string;
  name: string;
  sector: string;
  regionCode: string;
  city: string;
}

export interface Chamber {
  id: string;
  regionCode: string;
  city: string;
}

/** Regions of businesses: the fifteen, and the two that are not of the programme. */
const OTHERS: readonly Pick<Region, "code" | "cities">[] = [
  { code: "06", cities: [{ name: "Montréal", postalArea: "H2R" }] },
  { code: "13", cities: [{ name: "Laval", postalArea: "H7N" }] },
];
const EVERYWHERE = [...REGIONS, ...OTHERS];
const DISTRICTS = [
  "de la Rive",
  "du Haut-Plateau",
  "des Deux-Vallées",
  "de l’Est",
  "du Centre-Ville",
  "des Seigneuries",
  "de la Côte",
  "du Nord",
  "des Moulins",
];

/** Writes the chambers, the same in every world. */
export function writeChambers(random: Random, sheets: FccqSheets): Chamber[] {
  const seats = EVERYWHERE.flatMap(({ code, cities }) => cities.map((city) => ({ code, city })));
  const chambers = Array.from({ length: CHAMBERS }, (_, index) => {
    const { code, city } = seats[index % seats.length] as { code: string; city: City };
    const round = Math.floor(index / seats.length);
    const name =
      round === 0
        ? `Chambre de commerce et d’industrie de ${city.name}`
        : `Chambre de commerce ${DISTRICTS[(index + round) % DISTRICTS.length]} (${city.name})`;
    const joinedOn = day("1995-01-15") + random.int(0, 7_000);
    return { id: random.uuid(joinedOn * 86_400_000), regionCode: code, city: city.name, name, joinedOn };
  });
  for (const { joinedOn, ...chamber } of chambers)
    sheets.add("chamber", { ...chamber, joinedOn: iso(joinedOn), leftOn: null });
  for (const { code } of REGIONS)
    sheets.add("targeted_region", {
      id: random.uuid(day("2018-11-01") * 86_400_000),
      regionCode: code,
      since: "2018-11-01",
      until: null,
    });
  return chambers;
}

/**
 * Writes the businesses of one copy of the world.
 * @param cities where the first of them stand, one after the other; the others stand anywhere
 * @param members whether the corporate members are among them
 */
export function writeBusinesses(
  random: Random,
  chambers: readonly Chamber[],
  cities: readonly { regionCode: string; city: string }[],
  members: boolean,
  sheets: FccqSheets,
): Business[] {
  const businesses = Array.from({ length: BUSINESSES }, (_, index) => {
    const { regionCode, city } = cities[index] ?? anywhere(random);
    const sector = random.weighted(SECTORS);
    const registeredOn = day("2016-01-04") + random.int(0, index < LONG_KNOWN ? 900 : 3_800);
    return {
      id: random.uuid(registeredOn * 86_400_000),
      name: businessName(random, sector, city),
      sector,
      regionCode,
      city,
      registeredOn,
    };
  });
  for (const { registeredOn, ...business } of businesses) {
    const near = chambers.filter(({ city }) => city === business.city);
    sheets.add("business", {
      ...business,
      chamberId: near.length > 0 && random.chance(0.8) ? random.pick(near).id : null,
      registeredOn: iso(registeredOn),
    });
  }
  if (members)
    for (const { id, registeredOn } of random.some(businesses.slice(0, LONG_KNOWN), CORPORATE_MEMBERS)) {
      const since = registeredOn + random.int(0, 120);
      sheets.add("corporate_member", {
        id: random.uuid(since * 86_400_000),
        businessId: id,
        since: iso(since),
        until: null,
      });
    }
  return businesses;
}

/** The businesses known before the programme's first activity: those that took part in it and the members are of them. */
const LONG_KNOWN = 1_300;

function anywhere(random: Random): { regionCode: string; city: string } {
  const { code, cities } = random.chance(0.94) ? random.pick(REGIONS) : random.pick(OTHERS);
  return { regionCode: code, city: random.pick(cities).name };
}

const TRADES: Record<string, readonly string[]> = {
  "11": ["Ferme", "Serres", "Érablière", "Verger", "Coopérative agricole"],
  "21": ["Carrières", "Mines", "Exploration"],
  "22": ["Énergie", "Électricité"],
  "23": ["Construction", "Toitures", "Charpentes", "Excavation", "Rénovations"],
  "31": ["Usinage", "Fromagerie", "Soudure", "Meubles", "Boulangerie", "Plastiques", "Scierie", "Aliments"],
  "41": ["Distribution", "Grossiste"],
  "44": ["Quincaillerie", "Marché", "Boutique", "Pharmacie", "Librairie"],
  "48": ["Transport", "Déménagements", "Entrepôts"],
  "51": ["Imprimerie", "Studio", "Médias"],
  "52": ["Assurances", "Caisse", "Services financiers"],
  "53": ["Immeubles", "Location"],
  "54": ["Logiciels", "Génie-conseil", "Laboratoire", "Architectes", "Comptables"],
  "55": ["Gestion", "Groupe"],
  "56": ["Entretien", "Sécurité", "Services administratifs"],
  "61": ["École", "Formation", "Académie"],
  "62": ["Résidence", "Clinique", "Centre de la petite enfance", "Soins à domicile", "Centre d’aide"],
  "71": ["Théâtre", "Centre de plein air", "Musée"],
  "72": ["Auberge", "Restaurant", "Café", "Traiteur", "Hôtel"],
  "81": ["Garage", "Atelier", "Buanderie", "Salon"],
  "91": ["Services municipaux", "Régie"],
};
const CALLED = [
  "du Vieux-Quai",
  "des Trois-Rivages",
  "Boréale",
  "du Rang Neuf",
  "Sapinière",
  "de la Chute",
  "Marée haute",
  "des Quatre-Vents",
  "du Harfang",
  "de l’Aurore",
  "Laterrière et filles",
  "Grand-Pic",
  "des Battures",
  "du Lac-aux-Cèdres",
  "Nordet",
  "de la Petite-Rivière",
  "Sainte-Aurore",
  "du Belvédère",
  "des Mélèzes",
  "Cap-Tourmalet",
  "Beaurivage",
  "de la Fonderie",
  "Tilleul",
  "du Faubourg",
  "Pointe-Claire-Eau",
  "des Artisans",
  "Blanche-Neige",
  "Val-Menaud",
  "de l’Écluse",
  "Chantefleuve",
  "Hautes-Terres",
  "Morin et Diallo",
  "du Plateau",
  "Rivière-aux-Saumons",
  "de la Grande-Ourse",
  "Savard-Nguyen",
  "du Cormoran",
  "des Îlets",
  "Terre-Ferme",
  "Coteau-Doré",
  "Bellechute",
  "du Vallon",
  "Pied-de-Vent",
  "Roche-Percée",
  "de la Gare",
  "Brise-Lames",
  "Clairière",
  "Trois-Pignons",
];

function businessName(random: Random, sector: string, city: string): string {
  const trade = random.pick(TRADES[sector] ?? ["Groupe"]);
  const ending = random.weighted([
    ["", 5],
    [" inc.", 4],
    [" ltée", 1],
  ] as const);
  return `${trade} ${random.pick(CALLED)}${random.chance(0.35) ? ` de ${city}` : ""}${ending}`;
}
