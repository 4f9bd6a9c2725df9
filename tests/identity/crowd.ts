/** A crowd of any size: names as common as names are, and what each person declared at one door or at two. */
import type { DeclaredPerson } from "../../subgraphs/registry/domain/identity/index.ts";
import { Random } from "../../local/world/random.ts";
import { declareAtDoor } from "./door-errors.ts";
import { namesOf, type Spellings } from "./names/culture.ts";
import { homeOf, type TruePerson } from "./true-person.ts";

/** How many given names, and family names, there are in all; the lists are small, and the rest is made of syllables. */
const GIVEN = 3_000;
const FAMILY = 20_000;
/** A name of rank r is borne by a share of 1 / (r + FLAT): the commonest family name by some 1.2 %, as in Québec. */
const FLAT = 10;
/** Whoever has no telephone or mail of their own gives that of the organisation. */
const SHARED_PHONES = 6;
const SHARED_MAILS = 4;

export interface CrowdMember {
  /** The same for registrations of one person. */
  person: number;
  declared: DeclaredPerson;
}

const LISTS = namesOf("tuning");
const GIVEN_NAMES = namesLike(
  LISTS.flatMap(({ men, women }) => [...men, ...women]),
  GIVEN,
  "given",
);
const FAMILY_NAMES = namesLike(
  LISTS.flatMap(({ family }) => family),
  FAMILY,
  "family",
);

/** The registration at a place of the crowd; the same each time. One in four is of somebody who came before. */
export function memberAt(place: number): CrowdMember {
  const random = new Random(`crowd/registration/${place}`);
  const again = place % 4 === 3;
  const person = again ? random.int(0, (place - 3) / 4) * 4 : place;
  return { person, declared: declaredBy(person, again, random) };
}

/** Somebody who registers after so many: every other one is known. */
export function newcomer(number: number, registered: number): CrowdMember {
  const random = new Random(`crowd/newcomer/${number}`);
  const isKnown = number % 2 === 0;
  const person = isKnown
    ? random.int(0, Math.floor((registered - 1) / 4)) * 4
    : registered + 1_000_000 + number;
  return { person, declared: declaredBy(person, isKnown, random) };
}

function declaredBy(person: number, later: boolean, random: Random): DeclaredPerson {
  const declared = declareAtDoor(personAt(person), [], later, random);
  if (random.chance(0.01)) declared.phone = `514 285-92${10 + random.int(1, SHARED_PHONES)}`;
  if (random.chance(0.01)) declared.email = `info${random.int(1, SHARED_MAILS)}@example.org`;
  return declared;
}

function personAt(person: number): TruePerson {
  const random = new Random(`crowd/person/${person}`);
  const given = common(GIVEN_NAMES, random);
  const family = [common(FAMILY_NAMES, random)];
  if (random.chance(0.15)) family.push(common(FAMILY_NAMES, random));
  const letters = (name: Spellings | undefined) =>
    (name?.[0] ?? "")
      .normalize("NFD")
      .replace(/[^A-Za-z]/g, "")
      .toLowerCase();
  return {
    culture: "quebec",
    story: "alone",
    woman: random.chance(0.5),
    given,
    family,
    marriedName: null,
    birth: { year: random.int(1960, 2006), month: random.int(1, 12), day: random.int(1, 28) },
    home: homeOf(random),
    phone: `${random.pick(["514", "438", "418", "819", "450", "581"])}${random.int(200, 989)}${String(random.int(0, 9999)).padStart(4, "0")}`,
    email: `${letters(given)}.${letters(family[0])}${random.int(1, 9999)}@example.com`,
  };
}

/** A name by its rank: the inverse of the sum of 1 / (r + FLAT). */
function common(names: readonly Spellings[], random: Random): Spellings {
  const share = random.next() / 0x1_0000_0000;
  const rank = Math.floor(FLAT * ((names.length + FLAT) / FLAT) ** share - FLAT);
  return names[Math.min(rank, names.length - 1)] ?? [];
}

/** The names known, spread over the ranks as they stand, and made-up ones after them. */
function namesLike(known: readonly Spellings[], count: number, what: string): Spellings[] {
  const random = new Random(`crowd/names/${what}`);
  const names = random.shuffled(known);
  const syllable = () =>
    random.pick([..."bcdfghjklmnprstvz", "ch", "br", "tr", "gr", "kh", "th", "sh", "nd"]) +
    random.pick(["a", "e", "i", "o", "u", "ou", "ai", "ie", "an", "on", "el", "ar"]);
  while (names.length < count) {
    const name = Array.from({ length: random.int(2, 4) }, syllable).join("");
    names.push([name.charAt(0).toUpperCase() + name.slice(1)]);
  }
  return names;
}
