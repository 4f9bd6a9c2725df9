/** Occupations (CNP/NOC 2021) that the world's people and positions have, with the skills and the sector of each. */

export interface Occupation {
  /** Five digits, the second is the FEER/TEER. */
  code: string;
  title: string;
  /** SCIAN/NAICS 2022, two digits. */
  sector: string;
  skills: readonly string[];
  weight: number;
}

const occupation = (
  code: string,
  sector: string,
  weight: number,
  title: string,
  skills: string,
): Occupation => ({
  code,
  sector,
  weight,
  title,
  skills: skills.split(","),
});

export const OCCUPATIONS: readonly Occupation[] = [
  occupation(
    "21232",
    "54",
    7,
    "Développeuse ou développeur de logiciels",
    "TypeScript,PostgreSQL,tests automatisés,Git,analyse fonctionnelle",
  ),
  occupation(
    "21222",
    "54",
    4,
    "Spécialiste en informatique",
    "réseaux,sécurité informatique,Linux,soutien aux usagers",
  ),
  occupation(
    "22220",
    "54",
    4,
    "Technicienne ou technicien de réseau",
    "réseaux,soutien aux usagers,Linux,câblage",
  ),
  occupation(
    "31301",
    "62",
    6,
    "Infirmière ou infirmier",
    "soins aigus,évaluation clinique,gestion des médicaments,travail d’équipe",
  ),
  occupation(
    "32101",
    "62",
    4,
    "Infirmière ou infirmier auxiliaire",
    "soins de base,gestion des médicaments,travail d’équipe",
  ),
  occupation(
    "33102",
    "62",
    6,
    "Préposée ou préposé aux bénéficiaires",
    "soins de base,déplacement sécuritaire,écoute,travail d’équipe",
  ),
  occupation(
    "42202",
    "62",
    5,
    "Éducatrice ou éducateur de la petite enfance",
    "développement de l’enfant,animation,observation,premiers soins",
  ),
  occupation(
    "41221",
    "61",
    4,
    "Enseignante ou enseignant au primaire",
    "pédagogie,gestion de classe,évaluation,animation",
  ),
  occupation(
    "41220",
    "61",
    3,
    "Enseignante ou enseignant au secondaire",
    "pédagogie,gestion de classe,mathématiques,évaluation",
  ),
  occupation("11100", "54", 5, "Comptable", "états financiers,fiscalité,tableurs,vérification"),
  occupation(
    "12200",
    "54",
    4,
    "Technicienne ou technicien en comptabilité",
    "tenue de livres,tableurs,paie,facturation",
  ),
  occupation(
    "13110",
    "56",
    4,
    "Adjointe administrative ou adjoint administratif",
    "rédaction,tableurs,organisation,service à la clientèle",
  ),
  occupation(
    "21300",
    "23",
    4,
    "Ingénieure civile ou ingénieur civil",
    "calcul de structures,gestion de chantier,dessin assisté par ordinateur,devis",
  ),
  occupation(
    "21301",
    "31",
    4,
    "Ingénieure mécanique ou ingénieur mécanicien",
    "conception mécanique,dessin assisté par ordinateur,amélioration continue,devis",
  ),
  occupation(
    "21310",
    "22",
    3,
    "Ingénieure électricienne ou ingénieur électricien",
    "automatisation,réseaux électriques,devis,gestion de projet",
  ),
  occupation(
    "22301",
    "31",
    3,
    "Technologue en génie mécanique",
    "dessin assisté par ordinateur,métrologie,amélioration continue",
  ),
  occupation(
    "22310",
    "31",
    3,
    "Technologue en électronique industrielle",
    "automatisation,dépannage,lecture de plans",
  ),
  occupation(
    "72106",
    "31",
    6,
    "Soudeuse-monteuse ou soudeur-monteur",
    "soudage MIG,soudage TIG,lecture de plans,santé et sécurité",
  ),
  occupation(
    "72100",
    "31",
    5,
    "Machiniste",
    "commande numérique,métrologie,lecture de plans,amélioration continue",
  ),
  occupation(
    "72400",
    "31",
    4,
    "Mécanicienne industrielle ou mécanicien industriel",
    "entretien préventif,hydraulique,dépannage,santé et sécurité",
  ),
  occupation(
    "72410",
    "81",
    3,
    "Mécanicienne ou mécanicien automobile",
    "diagnostic,dépannage,service à la clientèle",
  ),
  occupation(
    "72310",
    "23",
    3,
    "Charpentière-menuisière ou charpentier-menuisier",
    "lecture de plans,coffrage,finition,santé et sécurité",
  ),
  occupation(
    "73300",
    "48",
    4,
    "Conductrice ou conducteur de camion",
    "conduite de poids lourds,arrimage,service à la clientèle",
  ),
  occupation(
    "94140",
    "31",
    4,
    "Opératrice ou opérateur en transformation des aliments",
    "bonnes pratiques de fabrication,travail d’équipe,contrôle de la qualité",
  ),
  occupation(
    "95106",
    "31",
    4,
    "Manœuvre en transformation des aliments",
    "travail d’équipe,santé et sécurité,manutention",
  ),
  occupation(
    "82030",
    "11",
    3,
    "Cheffe ou chef d’équipe agricole",
    "production végétale,gestion d’équipe,mécanique agricole",
  ),
  occupation(
    "85100",
    "11",
    3,
    "Ouvrière ou ouvrier agricole",
    "soins aux animaux,mécanique agricole,travail d’équipe",
  ),
  occupation(
    "63200",
    "72",
    4,
    "Cuisinière ou cuisinier",
    "cuisine de production,hygiène et salubrité,gestion des stocks,travail d’équipe",
  ),
  occupation(
    "60031",
    "72",
    3,
    "Gestionnaire en hébergement",
    "gestion d’équipe,service à la clientèle,budget,réservation",
  ),
  occupation(
    "62020",
    "44",
    3,
    "Superviseure ou superviseur de commerce de détail",
    "gestion d’équipe,service à la clientèle,gestion des stocks",
  ),
  occupation("64100", "44", 3, "Vendeuse ou vendeur", "service à la clientèle,caisse,gestion des stocks"),
  occupation(
    "42201",
    "62",
    3,
    "Travailleuse ou travailleur de soutien communautaire",
    "écoute,intervention,animation,rédaction",
  ),
  occupation(
    "41401",
    "54",
    2,
    "Analyste en politiques et recherche",
    "statistique,rédaction,évaluation de programmes",
  ),
  occupation(
    "22221",
    "51",
    2,
    "Technicienne ou technicien en infographie Web",
    "graphisme,intégration Web,soutien aux usagers",
  ),
  occupation(
    "21100",
    "21",
    2,
    "Géologue",
    "cartographie,échantillonnage,systèmes d’information géographique",
  ),
  occupation(
    "22101",
    "21",
    2,
    "Technologue en géologie et minéralurgie",
    "échantillonnage,cartographie,santé et sécurité",
  ),
  occupation(
    "10021",
    "52",
    2,
    "Directrice ou directeur de succursale",
    "gestion d’équipe,budget,service à la clientèle",
  ),
  occupation(
    "14400",
    "48",
    3,
    "Commis à l’expédition et à la réception",
    "gestion des stocks,manutention,chariot élévateur",
  ),
];

const BY_CODE = new Map(OCCUPATIONS.map((each) => [each.code, each]));

export function occupationOf(code: string): Occupation {
  const found = BY_CODE.get(code);
  if (!found) throw new RangeError(`Occupation ${code} is not in the list.`);
  return found;
}

/** The twenty sectors of SCIAN/NAICS 2022 with how often a business is of each. */
export const SECTORS: readonly (readonly [string, number])[] = [
  ["31", 22],
  ["44", 12],
  ["62", 9],
  ["23", 9],
  ["54", 9],
  ["72", 8],
  ["11", 6],
  ["48", 5],
  ["81", 4],
  ["41", 4],
  ["56", 3],
  ["61", 3],
  ["52", 2],
  ["51", 2],
  ["21", 2],
  ["22", 1],
  ["53", 1],
  ["71", 1],
  ["91", 1],
  ["55", 1],
];
