/** Difficult people, labelled: households of many name cultures, and who is really who. */
import type { DeclaredPerson } from "../../subgraphs/registry/domain/identity/index.ts";
import { Random } from "../../local/world/random.ts";
import { declareAtDoor } from "./door-errors.ts";
import { namesOf, type CultureNames, type Spellings } from "./names/culture.ts";
import { homeOf, type Story, type TruePerson } from "./true-person.ts";

export interface Registration {
  /** The same for registrations of one person. */
  truth: number;
  declared: DeclaredPerson;
}

export interface Population {
  people: TruePerson[];
  registrations: Registration[];
}

/** So many people and what they declared at one to five doors, in the order of their coming; the same for the same seed. */
export function generatePeople(options: {
  people: number;
  lists: "tuning" | "test";
  seed: string;
}): Population {
  const random = new Random(`${options.lists}/${options.seed}`);
  const cultures = namesOf(options.lists);
  const people: TruePerson[] = [];
  while (people.length < options.people) people.push(...household(random, random.pick(cultures)));
  const registrations = people.flatMap((person, truth) => registrationsOf(person, truth, random, cultures));
  return { people, registrations: random.shuffled(registrations) };
}

function registrationsOf(
  person: TruePerson,
  truth: number,
  random: Random,
  cultures: CultureNames[],
): Registration[] {
  const doors = random.weighted([
    [1, 50],
    [2, 28],
    [3, 14],
    [4, 6],
    [5, 2],
  ]);
  const names = cultures.find(({ culture }) => culture === person.culture);
  return Array.from({ length: doors }, (_, door) => ({
    truth,
    // The first time nobody has moved yet.
    declared: declareAtDoor(person, names?.family ?? [], door > 0, random),
  }));
}

function household(random: Random, names: CultureNames): TruePerson[] {
  const home = homeOf(random);
  const family = familyOf(random, names);
  const adult = (woman: boolean, own: Spellings[], story: Story): TruePerson => ({
    culture: names.culture,
    story,
    woman,
    given: random.pick(woman ? names.women : names.men),
    family: own,
    marriedName: null,
    birth: birthIn(random, 1965, 2000),
    home,
    phone: phoneOf(random),
    email: "",
  });
  const first = adult(random.chance(0.5), family, "alone");
  const members = [first];
  const kind = random.int(1, 100);
  if (kind > 55 && kind <= 80) {
    const shares = random.chance(0.45);
    const spouse = adult(!first.woman, shares ? family : familyOf(random, names), "spouse");
    if (!shares && spouse.woman && random.chance(0.4)) spouse.marriedName = family[0] ?? null;
    // Spouses often give one telephone for both.
    if (random.chance(0.5)) spouse.phone = first.phone;
    members.push(spouse);
    if (random.chance(0.25)) {
      members.push({
        ...adult(random.chance(0.5), family, "child"),
        birth: birthIn(random, 2001, 2008),
        phone: first.phone,
      });
    }
  } else if (kind > 80 && kind <= 84) {
    const twin: TruePerson = { ...adult(random.chance(0.5), family, "twin"), birth: first.birth };
    while (twin.given === first.given) twin.given = random.pick(twin.woman ? names.women : names.men);
    if (random.chance(0.5)) twin.phone = first.phone;
    first.story = "twin";
    members.push(twin);
  } else if (kind > 84 && kind <= 87) {
    const father = { ...adult(false, family, "senior"), birth: birthIn(random, 1955, 1972) };
    const son = { ...father, story: "junior" as Story, birth: birthIn(random, 1985, 2003) };
    if (random.chance(0.6)) son.phone = phoneOf(random);
    members.splice(0, 1, father, son);
  } else if (kind > 87 && kind <= 88) {
    const namesake: TruePerson = {
      ...first,
      story: "namesake",
      home: homeOf(random),
      phone: phoneOf(random),
    };
    members.push(namesake);
  }
  for (const [place, member] of members.entries()) {
    const shared =
      place > 0 && member.story !== "namesake" && random.chance(0.25) ? members[0]?.email : undefined;
    member.email = shared ?? emailOf(random, member);
  }
  return members;
}

function familyOf(random: Random, { culture, family }: CultureNames): Spellings[] {
  const double = culture === "latin" ? 0.7 : culture === "brazil" ? 0.6 : culture === "quebec" ? 0.1 : 0;
  const first = random.pick(family);
  return random.chance(double) ? [first, random.pick(family)] : [first];
}

function birthIn(random: Random, from: number, to: number): TruePerson["birth"] {
  return { year: random.int(from, to), month: random.int(1, 12), day: random.int(1, 28) };
}

function phoneOf(random: Random): string {
  const area = random.pick(["514", "438", "418", "819", "450", "581"]);
  return `${area}${random.int(200, 989)}${String(random.int(0, 9999)).padStart(4, "0")}`;
}

function emailOf(random: Random, { given, family }: TruePerson): string {
  const word = (names: Spellings | undefined) =>
    (names?.[0] ?? "")
      .normalize("NFD")
      .replace(/[^A-Za-z]/g, "")
      .toLowerCase();
  const [first, last] = [word(given), word(family[0])];
  const local = random.pick([
    `${first}.${last}`,
    `${first.slice(0, 1)}${last}`,
    `${last}${first}`,
    `${first}_${last}`,
  ]);
  return `${local}${random.int(1, 9999)}@${random.pick(["gmail.com", "hotmail.com", "yahoo.ca", "videotron.ca"])}`;
}
