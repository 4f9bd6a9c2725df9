/** What becomes of a person's particulars at a door: spellings, slips, moves, and all that is left out. */
import type { DeclaredPerson } from "../../subgraphs/registry/domain/identity/index.ts";
import type { Random } from "../../local/world/random.ts";
import type { Spellings } from "./names/culture.ts";
import { homeOf, type Home, type TruePerson } from "./true-person.ts";

/** What one door writes down of a person; later doors may find them moved, with another telephone or married. */
export function declareAtDoor(
  person: TruePerson,
  families: readonly Spellings[],
  later: boolean,
  random: Random,
): DeclaredPerson {
  let given = spelt(person.given, random);
  let family = familyAt(person, later, random);
  if (random.chance(0.02) && families.length > 0 && person.woman && later) {
    // Married or divorced since: another name altogether beside the old one.
    family = `${family} ${spelt(random.pick(families), random)}`;
  }
  if (random.chance(0.1) && /[- ]/.test(given)) given = given.split(/[- ]/)[0] ?? given;
  if (random.chance(0.01)) given = `${given.slice(0, 1)}.`;
  if (random.chance(0.03)) given = slip(given, random);
  if (random.chance(0.03)) family = slip(family, random);
  [given, family] = [written(given, random), written(family, random)];
  if (random.chance(0.04)) [given, family] = [family, given];
  const declared: DeclaredPerson = {
    givenNames: given,
    familyNames: family,
    birthDate: birthAt(person.birth, random),
    ...contactAt(person, later, random),
  };
  if (!random.chance(0.01)) return declared;
  return { ...declared, givenNames: null, familyNames: `${given} ${family}` };
}

function spelt(names: Spellings, random: Random): string {
  return random.chance(0.7) ? (names[0] ?? "") : random.pick(names);
}

function familyAt({ family, marriedName }: TruePerson, later: boolean, random: Random): string {
  const words = family.map((names) => spelt(names, random));
  if (words.length > 1 && random.chance(0.3)) words.pop();
  if (marriedName !== null && later && random.chance(0.5)) {
    const married = spelt(marriedName, random);
    return random.chance(0.6) ? [...words, married].join("-") : married;
  }
  return words.join(random.chance(0.5) ? " " : "-");
}

/** As a keyboard, a form or a habit leaves it: no accents, capitals, hyphens as spaces. */
function written(name: string, random: Random): string {
  let text = name;
  if (random.chance(0.4))
    text = text
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/[Đđ]/g, "D");
  if (random.chance(0.35)) text = text.replaceAll("-", " ");
  if (random.chance(0.05)) text = text.replaceAll("-", "");
  const style = random.int(1, 100);
  return style <= 12 ? text.toUpperCase() : style <= 18 ? text.toLowerCase() : text;
}

/** One slip of a finger: a letter left out, doubled, exchanged or swapped with its neighbour. */
export function slip(text: string, random: Random): string {
  if (text.length < 3) return text;
  const at = random.int(1, text.length - 2);
  const letter = random.pick([..."aeiounrst"]);
  const [before, here, next, after] = [
    text.slice(0, at),
    text.charAt(at),
    text.charAt(at + 1),
    text.slice(at + 2),
  ];
  return random.pick([
    before + next + after,
    before + here + here + next + after,
    before + letter + next + after,
    before + next + here + after,
    before + here + letter + next + after,
  ]);
}

function birthAt({ year, month, day }: TruePerson["birth"], random: Random): string | null {
  const written = (y: number, m: number, d: number) =>
    `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
  const chance = random.int(1, 1000);
  if (chance <= 7) return null;
  if (chance <= 40) return written(year, 1, 1);
  if (chance <= 50) return String(year);
  if (chance <= 58) return written(year, month, day).slice(0, 7);
  if (chance <= 83 && day <= 12) return written(year, day, month);
  if (chance <= 98)
    return written(year, month, Math.max(1, Math.min(28, day + random.pick([-10, -1, 1, 10]))));
  if (chance <= 106) return written(year + random.pick([-1, 1]), month, day);
  if (chance <= 110) return written(year, random.int(1, 12), day);
  return written(year, month, day);
}

function contactAt(person: TruePerson, later: boolean, random: Random): Partial<DeclaredPerson> {
  const moved = later && random.chance(0.16);
  const home = moved ? homeOf(random) : person.home;
  const digits = later && random.chance(0.1) ? `438${random.int(2000000, 9999999)}` : person.phone;
  const email = later && random.chance(0.08) ? `moi${random.int(100, 99999)}@outlook.com` : person.email;
  return {
    phone: random.chance(0.04) ? null : phoneWritten(digits, random),
    email: random.chance(0.12) ? null : random.chance(0.02) ? slip(email, random) : email,
    ...(random.chance(0.1)
      ? { address: null, postalCode: null, city: random.chance(0.5) ? home.city : null }
      : addressWritten(home, random)),
    country: "CA",
  };
}

function phoneWritten(digits: string, random: Random): string {
  const [area, exchange, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return random.pick([
    `${area} ${exchange}-${line}`,
    `(${area}) ${exchange}-${line}`,
    `+1 ${area} ${exchange} ${line}`,
    `1-${area}-${exchange}-${line}`,
    digits,
    `${area} ${exchange}-${line}, poste ${random.int(1, 99)}`,
  ]);
}

function addressWritten(home: Home, random: Random): Partial<DeclaredPerson> {
  const short = (street: string) =>
    street
      .replace("boulevard", "boul.")
      .replace("avenue", "av.")
      .replace("Saint-", random.chance(0.5) ? "St-" : "Saint-")
      .replace(" Est", " E.")
      .replace(" Ouest", " O.");
  const street = random.chance(0.4) ? short(home.street) : home.street;
  const flat =
    home.flat === null || random.chance(0.3) ? "" : random.pick([`, app. ${home.flat}`, ` #${home.flat}`]);
  const front = home.flat !== null && random.chance(0.1) ? `${home.flat}-` : "";
  return {
    address: `${front}${home.number}${random.chance(0.5) ? "," : ""} ${street}${front ? "" : flat}`,
    city: random.chance(0.2) ? home.city.normalize("NFD").replace(/[\u0300-\u036f]/g, "") : home.city,
    postalCode: random.chance(0.08)
      ? null
      : random.chance(0.04)
        ? slip(home.postal, random)
        : random.chance(0.3)
          ? home.postal.replace(" ", "").toLowerCase()
          : home.postal,
  };
}
