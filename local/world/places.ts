/** The regions with their cities, and where on the island of Montréal people live. */

export interface City {
  name: string;
  /** The first three characters of its postal codes. */
  postalArea: string;
}

export interface Region {
  code: string;
  name: string;
  /** As it stands in the codes of its partners. */
  slug: string;
  /** With its preposition, as in « Partenaire régional de l’Estrie ». */
  of: string;
  areaCode: string;
  cities: readonly City[];
}

const region = (
  code: string,
  slug: string,
  name: string,
  of: string,
  areaCode: string,
  cities: string,
): Region => ({
  code,
  slug,
  name,
  of,
  areaCode,
  cities: cities.split(",").map((city) => {
    const [place = "", postalArea = ""] = city.split(":");
    return { name: place, postalArea };
  }),
});

/** The fifteen regions of the programme: all but Montréal and Laval. */
export const REGIONS: readonly Region[] = [
  region(
    "01",
    "bas-saint-laurent",
    "Bas-Saint-Laurent",
    "du Bas-Saint-Laurent",
    "418",
    "Rimouski:G5L,Rivière-du-Loup:G5R,Matane:G4W,La Pocatière:G0R",
  ),
  region(
    "02",
    "saguenay-lac-saint-jean",
    "Saguenay–Lac-Saint-Jean",
    "du Saguenay–Lac-Saint-Jean",
    "418",
    "Saguenay:G7H,Alma:G8B,Roberval:G8H,Dolbeau-Mistassini:G8L",
  ),
  region(
    "03",
    "capitale-nationale",
    "Capitale-Nationale",
    "de la Capitale-Nationale",
    "581",
    "Québec:G1R,Saint-Raymond:G3L,Baie-Saint-Paul:G3Z,La Malbaie:G5A",
  ),
  region(
    "04",
    "mauricie",
    "Mauricie",
    "de la Mauricie",
    "819",
    "Trois-Rivières:G9A,Shawinigan:G9N,La Tuque:G9X,Louiseville:J5V",
  ),
  region(
    "05",
    "estrie",
    "Estrie",
    "de l’Estrie",
    "819",
    "Sherbrooke:J1H,Magog:J1X,Granby:J2G,Cowansville:J2K",
  ),
  region("07", "outaouais", "Outaouais", "de l’Outaouais", "873", "Gatineau:J8X,Maniwaki:J9E,Cantley:J8V"),
  region(
    "08",
    "abitibi-temiscamingue",
    "Abitibi-Témiscamingue",
    "de l’Abitibi-Témiscamingue",
    "819",
    "Rouyn-Noranda:J9X,Val-d’Or:J9P,Amos:J9T,La Sarre:J9Z",
  ),
  region(
    "09",
    "cote-nord",
    "Côte-Nord",
    "de la Côte-Nord",
    "418",
    "Sept-Îles:G4R,Baie-Comeau:G5C,Port-Cartier:G5B",
  ),
  region(
    "10",
    "nord-du-quebec",
    "Nord-du-Québec",
    "du Nord-du-Québec",
    "819",
    "Chibougamau:G8P,Lebel-sur-Quévillon:J0Y",
  ),
  region(
    "11",
    "gaspesie-iles-de-la-madeleine",
    "Gaspésie–Îles-de-la-Madeleine",
    "de la Gaspésie–Îles-de-la-Madeleine",
    "418",
    "Gaspé:G4X,New Richmond:G0C,Les Îles-de-la-Madeleine:G4T",
  ),
  region(
    "12",
    "chaudiere-appalaches",
    "Chaudière-Appalaches",
    "de Chaudière-Appalaches",
    "418",
    "Lévis:G6V,Saint-Georges:G5Y,Thetford Mines:G6G,Montmagny:G5V",
  ),
  region(
    "14",
    "lanaudiere",
    "Lanaudière",
    "de Lanaudière",
    "450",
    "Joliette:J6E,Repentigny:J6A,Saint-Gabriel:J0K",
  ),
  region(
    "15",
    "laurentides",
    "Laurentides",
    "des Laurentides",
    "450",
    "Saint-Jérôme:J7Z,Sainte-Agathe-des-Monts:J8C,Mont-Laurier:J9L",
  ),
  region(
    "16",
    "monteregie",
    "Montérégie",
    "de la Montérégie",
    "450",
    "Saint-Hyacinthe:J2S,Sorel-Tracy:J3P,Salaberry-de-Valleyfield:J6S,Saint-Jean-sur-Richelieu:J3B",
  ),
  region(
    "17",
    "centre-du-quebec",
    "Centre-du-Québec",
    "du Centre-du-Québec",
    "819",
    "Drummondville:J2C,Victoriaville:G6P,Bécancour:G9H",
  ),
];

/** The 30 partners: two in each of the fifteen regions, the first in its largest city. */
export const PARTNERS = REGIONS.flatMap((each) =>
  [1, 2].map((number) => ({
    code: `${each.slug}-${number}`,
    name: `Partenaire régional ${each.of} ${number}`,
    region: each,
    city: (each.cities[number - 1] ?? each.cities[0])?.name ?? each.name,
  })),
);
export type RegionalPartner = (typeof PARTNERS)[number];

/** Postal areas on the island of Montréal: never H7, which is Laval. */
export const MONTREAL_AREAS = [
  "H1X",
  "H2R",
  "H3N",
  "H3S",
  "H4B",
  "H1M",
  "H2E",
  "H3W",
  "H8N",
  "H4L",
  "H1G",
  "H2K",
  "H3H",
  "H9H",
  "H4E",
  "H1Z",
];

export const STREETS = [
  "rue des Érables",
  "avenue du Parc-aux-Bouleaux",
  "rue Saint-Firmin",
  "boulevard des Mélèzes",
  "rue de la Fabrique-Neuve",
  "avenue des Pommetiers",
  "rue du Ruisseau",
  "chemin de la Côte-Verte",
  "rue Sainte-Aurore",
  "place des Tisserands",
  "rue des Goélands",
  "avenue de la Grève",
  "rue du Moulin-Rouge",
  "boulevard du Vieux-Quai",
  "rue des Violettes",
];
