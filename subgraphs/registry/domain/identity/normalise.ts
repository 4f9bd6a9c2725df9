/** From what a door declared to what can be compared. */
import { birthDate } from "./birth-date.ts";
import { cityOf, emailOf, phoneOf, postalOf, streetOf } from "./contact.ts";
import { nameWords, plain, type NameWords } from "./names.ts";
import type { DeclaredPerson, Person } from "./person.ts";

/** The person in forms that can be compared. Never fails: what cannot be read counts as not declared. */
export function normalise(declared: DeclaredPerson): Person {
  const { given, family } = names(declared);
  const others: Record<string, string> = {};
  for (const [name, value] of Object.entries(declared.others ?? {})) {
    const text = plain(value ?? "");
    if (text !== "") others[name] = text;
  }
  return {
    given: given.tokens,
    family: family.tokens,
    generation: family.generation ?? given.generation,
    birth: birthDate(declared.birthDate),
    phone: phoneOf(declared.phone, declared.country),
    email: emailOf(declared.email),
    street: streetOf(declared.address),
    postal: postalOf(declared.postalCode),
    city: cityOf(declared.city),
    identifier: plain(declared.identifier ?? "").replaceAll(" ", "") || null,
    others,
  };
}

function names({ givenNames, familyNames, fullName }: DeclaredPerson): {
  given: NameWords;
  family: NameWords;
} {
  if ((givenNames && familyNames) || !fullName)
    return { given: nameWords(givenNames, "GIVEN"), family: withRest(givenNames, familyNames, fullName) };
  // A name beside the family name is the given one, or the whole; and so the other way round.
  if (familyNames) {
    const family = nameWords(familyNames);
    return { given: restOf(nameWords(fullName, "GIVEN"), family), family };
  }
  if (givenNames) {
    const given = nameWords(givenNames, "GIVEN");
    return { given, family: restOf(nameWords(fullName), given) };
  }
  const [before = "", after] = fullName.split(",", 2);
  // "Tremblay, Marie" puts the family first; otherwise the last word is taken for it. Comparison forgives a wrong guess.
  if (after !== undefined && nameWords(after).tokens.length > 0) {
    return { given: nameWords(after, "GIVEN"), family: nameWords(before) };
  }
  const { tokens, generation } = nameWords(before, "GIVEN");
  const cut = Math.max(1, tokens.length - 1);
  return {
    given: { tokens: tokens.slice(0, cut), generation },
    family: { tokens: tokens.slice(cut), generation },
  };
}

/** The words of a whole name that another part of it does not have; all of them where it has them all. */
function restOf(whole: NameWords, part: NameWords): NameWords {
  const known = new Set(part.tokens.map(({ text }) => text));
  const rest = whole.tokens.filter(({ text }) => !known.has(text));
  return rest.length === 0 && whole.tokens.length > part.tokens.length ? whole : { ...whole, tokens: rest };
}

/** The family names, and what else the whole name has: a second name, the name of a peer's estate. */
function withRest(
  givenNames: string | null | undefined,
  familyNames: string | null | undefined,
  fullName: string | null | undefined,
): NameWords {
  const family = nameWords(familyNames);
  if (!fullName) return family;
  const known = new Set([...nameWords(givenNames, "GIVEN").tokens, ...family.tokens].map(({ text }) => text));
  const rest = nameWords(fullName).tokens.filter(({ text }) => !known.has(text));
  return { ...family, tokens: [...family.tokens, ...rest].slice(0, 6) };
}
