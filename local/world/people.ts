/** People, all invented: their names, what they can do, where they live, and how each organisation wrote them down. */
import { AFRICA } from "./names/africa.ts";
import { AMERICAS } from "./names/americas.ts";
import { ASIA } from "./names/asia.ts";
import type { Culture } from "./names/culture.ts";
import { EUROPE } from "./names/europe.ts";
import { OCCUPATIONS, type Occupation } from "./occupations.ts";
import { MONTREAL_AREAS, STREETS } from "./places.ts";
import type { Random } from "./random.ts";

export interface Person {
  givenNames: string;
  familyNames: string | null;
  /** In full; what is declared may know less. */
  birthDate: string;
  country: string;
  occupation: Occupation;
  skills: string[];
  experienceYears: number;
  /** Levels of the Québec scale: listening, speaking, reading, writing. */
  french: readonly [number, number, number, number];
  email: string;
  phone: string;
  home: { address: string; postalCode: string };
}

/** What one organisation wrote down. */
export interface Declared {
  givenNames: string | null;
  familyNames: string | null;
  birthDate: string | null;
  email: string | null;
  phone: string | null;
}

const CULTURES = [...AFRICA, ...AMERICAS, ...ASIA, ...EUROPE].map(
  (culture) => [culture, culture.weight] as const,
);
const WEIGHTED_OCCUPATIONS = OCCUPATIONS.map((each) => [each, each.weight] as const);
const FRENCH_SPEAKING = new Set([
  "FR",
  "BE",
  "CH",
  "DZ",
  "MA",
  "TN",
  "CM",
  "GA",
  "CF",
  "CI",
  "SN",
  "ML",
  "GN",
  "BF",
  "CD",
  "CG",
  "BJ",
  "TG",
  "NE",
  "HT",
]);
const MONTREAL_PHONES = ["514", "438", "263"];

/** A person. `mark` is what tells their electronic mail address from all others. */
export function createPerson(random: Random, mark: string): Person {
  const culture = random.weighted(CULTURES);
  const name = nameOf(culture, random);
  const country = random.weighted(culture.countries.map((code, index) => [code, 1 / (index + 1)] as const));
  const year = 1962 + random.int(0, 20) + random.int(0, 20);
  const occupation = random.weighted(WEIGHTED_OCCUPATIONS);
  const base = FRENCH_SPEAKING.has(country) ? random.int(9, 12) : random.int(3, 9);
  const level = (less: number) => Math.min(12, Math.max(1, base - less + random.int(0, 1)));
  const mailbox = [name.givenNames.split(/[ -]/)[0], name.familyNames?.split(" ").at(-1)]
    .filter(Boolean)
    .join(".");
  return {
    ...name,
    birthDate: `${year}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`,
    country,
    occupation,
    skills: random.some(occupation.skills, random.int(2, occupation.skills.length)),
    experienceYears: Math.min(random.int(1, 20), 2026 - year - 20),
    french: [level(0), level(1), level(0), level(2)],
    email: `${plain(mailbox)}.${mark}@example.${random.pick(["org", "com"])}`,
    phone: fictionalPhone(random, random.pick(MONTREAL_PHONES)),
    home: homeIn(random, random.pick(MONTREAL_AREAS)),
  };
}

/** A telephone number that belongs to nobody: 555-0100 to 555-0199 are kept for stories. */
export function fictionalPhone(random: Random, areaCode: string): string {
  return `${areaCode} 555-01${two(random.int(0, 99))}`;
}

/** An address in a postal area; the street is one that could be anywhere. */
export function homeIn(random: Random, postalArea: string): { address: string; postalCode: string } {
  const letters = "ABCEGHJKLMNPRSTVWXYZ";
  const letter = () => letters.charAt(random.int(0, letters.length - 1));
  const flat = random.chance(0.5) ? `, app. ${random.int(1, 40)}` : "";
  return {
    address: `${random.int(11, 9800)}, ${random.pick(STREETS)}${flat}`,
    postalCode: `${postalArea} ${random.int(1, 9)}${letter()}${random.int(1, 9)}`,
  };
}

/** The person as another organisation wrote them down: the same one, spelt a little differently now and then. */
export function declaredBy(person: Person, random: Random, carefully: boolean): Declared {
  const rewrite = carefully || random.chance(0.55) ? (text: string) => text : random.pick(REWRITINGS);
  const known = random.weighted([
    [10, 0.86],
    [7, 0.06],
    [4, 0.08],
  ] as const);
  const telephones = carefully || random.chance(0.8) ? person.phone : fictionalPhone(random, "438");
  return {
    givenNames: rewrite(person.givenNames),
    familyNames: person.familyNames === null ? null : rewrite(person.familyNames),
    birthDate: !carefully && random.chance(0.06) ? null : person.birthDate.slice(0, carefully ? 10 : known),
    email: carefully || random.chance(0.85) ? person.email : null,
    phone: carefully || random.chance(0.9) ? telephones : null,
  };
}

/** How one hears and types a name: without accents, without hyphens, in capitals, with only its first part. */
const REWRITINGS: readonly ((text: string) => string)[] = [
  plainKeepingCase,
  (text) => text.replace(/-/g, " "),
  (text) => text.toUpperCase(),
  (text) =>
    /^(de|da|do|del|dos|El|Al|Ben|Aït|Ould|Abou|Le|La)\b/.test(text)
      ? text.replace(" ", "-")
      : (text.split(" ")[0] ?? text),
  (text) => plainKeepingCase(text).replace(/[’']/g, ""),
  (text) => (text.includes("-") ? (text.split("-")[0] ?? text) : text.replace(/ou/, "u")),
];

function nameOf(culture: Culture, random: Random): { givenNames: string; familyNames: string | null } {
  const woman = random.chance(0.5);
  const givenNames = random.pick(woman ? culture.women : culture.men);
  if (culture.order === "SINGLE") return { givenNames, familyNames: null };
  const family = () => {
    const name = random.pick(culture.families);
    return woman && culture.feminine ? culture.feminine(name) : name;
  };
  if (culture.order !== "DOUBLE") return { givenNames, familyNames: family() };
  const [first, second] = [family(), family()];
  return { givenNames, familyNames: first === second || random.chance(0.15) ? first : `${first} ${second}` };
}

/** Small letters a to z, digits and dots: what stands before the @. */
function plain(text: string): string {
  return plainKeepingCase(text)
    .toLowerCase()
    .replace(/[^a-z.]/g, "");
}

function plainKeepingCase(text: string): string {
  return text
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .replace(/ı/g, "i")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
