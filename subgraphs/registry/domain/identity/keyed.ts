/** What is kept beside a registration so that it can be found: by the matcher, and by a professional who searches. */
import { birthDate } from "./birth-date.ts";
import { keysOf } from "./keys.ts";
import { plain } from "./names.ts";
import { normalise } from "./normalise.ts";
import type { DeclaredPerson, Person } from "./person.ts";

export interface Keyed {
  identityKeys: string[];
  searchName: string | null;
  searchBirth: string | null;
}

/** The keys of a person, and their name and birth date as they are searched; `person` is what they declared, normalised. */
export function keyed(declared: DeclaredPerson, person: Person = normalise(declared)): Keyed {
  return {
    identityKeys: keysOf(person),
    searchName: searchNameOf(declared),
    searchBirth: wholeBirthDate(declared.birthDate),
  };
}

/** A name, or what somebody types of one, as it is searched: lower case, no accents, single spaces. */
export function searchable(name: string): string {
  return plain(name);
}

/** The words of a name, or of what somebody types of one; neither hyphens nor apostrophes tell any apart. */
export function searchWords(text: string | null | undefined): string[] {
  return searchable(text ?? "")
    .split(" ")
    .filter((word) => word !== "");
}

/** Year, month and day as eight digits; null when one of them is not known. */
export function wholeBirthDate(text: string | null | undefined): string | null {
  const birth = birthDate(text);
  return birth === null || birth.day === null ? null : birth.digits;
}

/**
 * The family name first, since people are listed by it; then neighbours in one word, for who writes "Jeanpierre" or
 * "Ndiaye" of what somebody declared as "Jean-Pierre" or "N'Diaye".
 */
function searchNameOf({ givenNames, familyNames }: DeclaredPerson): string | null {
  const parts = [searchWords(familyNames), searchWords(givenNames)];
  const joined = parts.flatMap((words) => words.slice(1).map((word, index) => `${words[index]}${word}`));
  return [...parts.flat(), ...joined].join(" ") || null;
}
