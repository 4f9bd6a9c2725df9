/** What is kept beside a registration so that it can be found: by the matcher, and by a professional who searches. */
import { keysOf } from "./keys.ts";
import { plain } from "./names.ts";
import { normalise } from "./normalise.ts";
import type { DeclaredPerson } from "./person.ts";

export interface Keyed {
  identityKeys: string[];
  searchName: string | null;
}

/** The keys of a person and their name as it is searched. */
export function keyed(declared: DeclaredPerson): Keyed {
  return { identityKeys: keysOf(normalise(declared)), searchName: searchable(nameOf(declared)) || null };
}

/** A name, or what somebody types of one, as it is searched: lower case, no accents, single spaces. */
export function searchable(name: string): string {
  return plain(name);
}

function nameOf({ givenNames, familyNames }: DeclaredPerson): string {
  return [givenNames, familyNames].filter(Boolean).join(" ");
}
