/** Names of the professionals and of those who speak at events: of here, and of everywhere. */
import { list } from "./culture.ts";

export const STAFF_WOMEN = list(
  "Geneviève,Isabelle,Marie-Ève,Julie,Catherine,Chantal,Véronique,Annie,Josée,Karine,Fatou,Leïla,Marie-Josée,Stéphanie,Mónica,Émilie,Ghislaine,Audrey,Samira,Sophie,Claudie,Naomi,Mélissa,Andrée-Anne,Yolande",
);
export const STAFF_MEN = list(
  "Simon,Étienne,Louis-Philippe,Martin,Alexandre,Mathieu,Pierre-Luc,Sylvain,Karim,Vincent,Marc-André,Dany,Olivier,Jonathan,Abdou,Félix,Yves,Hugo,Rodrigo,Samuel,Denis,Michaël,Carl,Tommy,Réjean",
);
export const STAFF_FAMILIES = list(
  "Lavoie,Bergeron,Fortin-Roy,Pelletier,Boucher,Côté,Desrosiers,Thériault,Michaud,Beaulieu,Savard,Girard-Dubé,Gauthier,Lévesque,Nadeau,Caron,Poulin,Morneau,Desjardins,Simard,Arsenault,Bouffard,Hébert,Picard,Tardif,Ménard,Laliberté,Cloutier,Vachon,Lachance,St-Onge,Robitaille,Doucet,Cyr,Bédard,Rioux,Plourde,Gélinas,Provencher,Veilleux,Khelil,Ndiaye,Alvarado,Pham,Rahimi",
);
