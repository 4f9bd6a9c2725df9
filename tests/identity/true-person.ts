/** A person as they really are, before any door writes them down, and where they live. */
import type { Random } from "../../local/world/random.ts";
import type { Culture, Spellings } from "./names/culture.ts";

/** Why a person is in the world: what makes them hard to tell from someone else. */
export type Story = "alone" | "spouse" | "child" | "twin" | "senior" | "junior" | "namesake";

export interface TruePerson {
  culture: Culture;
  story: Story;
  woman: boolean;
  given: Spellings;
  /** One name or two. */
  family: Spellings[];
  /** Taken at marriage and used at some doors. */
  marriedName: Spellings | null;
  birth: { year: number; month: number; day: number };
  home: Home;
  phone: string;
  email: string;
}

export interface Home {
  number: number;
  flat: number | null;
  street: string;
  city: string;
  postal: string;
}

const STREETS = (
  "rue Saint-Denis;boulevard Saint-Laurent;rue Sherbrooke Est;avenue du Parc;rue Jean-Talon Ouest;chemin de la Côte-des-Neiges;" +
  "rue Bélanger;avenue Papineau;rue Ontario Est;boulevard Pie-IX;rue King Ouest;rue des Érables;rue Principale;avenue Laurier;" +
  "rue Notre-Dame;boulevard Henri-Bourassa;rue Fleury Est;rue de la Cathédrale;avenue Cartier;rue Saint-Joseph;boulevard Talbot;" +
  "rue Racine Est;rue Wellington Nord;boulevard des Forges;rue Laviolette;avenue de Gaspé;rue Lajeunesse;rue Villeray;rue Hochelaga"
).split(";");

const CITIES = [
  ["Montréal", 60],
  ["Sherbrooke", 8],
  ["Trois-Rivières", 6],
  ["Québec", 8],
  ["Saguenay", 5],
  ["Rimouski", 4],
  ["Saint-Jérôme", 3],
  ["Drummondville", 3],
  ["Gatineau", 3],
] as const;

/** A house somewhere in Québec. */
export function homeOf(random: Random): Home {
  const letter = () => random.pick([..."ABCEGHJKLMNPRSTVWXYZ"]);
  return {
    number: random.int(10, 9999),
    flat: random.chance(0.5) ? random.int(1, 40) : null,
    street: random.pick(STREETS),
    city: random.weighted(CITIES),
    postal: `${random.pick(["H", "J", "G"])}${random.int(1, 9)}${letter()} ${random.int(1, 9)}${letter()}${random.int(1, 9)}`,
  };
}
