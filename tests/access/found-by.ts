/** The rules of who is who for the oracle: what a search may find, and who decides; plainly written, sharing no code with them. */
import { Kind, type FieldNode } from "graphql";
import type { Asker } from "./hub.ts";
import type { Said } from "./ownership.ts";

/** Half of its triples of letters is what a word must share with a name; the whole name counts, wherever they stand. */
const ENOUGH = 0.5;

/** Whether what somebody typed explains that a registration was found; rather too willing than not. */
export function isFoundBy({ name, whole }: Said, typed: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^a-z0-9@]/g, "");
  // A country code may stand before a telephone, or be left out.
  if (whole.some((value) => bare(value).slice(-9) === bare(typed).slice(-9))) return true;
  const words = name.split(" ");
  const triples = new Set(words.flatMap(triplesOf));
  return typed
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .every((word) => {
      const own = triplesOf(word);
      const shared = own.filter((triple) => triples.has(triple)).length;
      return words.some((each) => each.startsWith(word)) || shared / own.length >= ENOUGH;
    });
}

/** The triples of letters of a word with two blanks before it and one after. */
function triplesOf(word: string): string[] {
  const padded = `  ${word} `;
  return [...new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))];
}

/** The text of the search, as it stands in the operation. */
export function typedIn(node: FieldNode | undefined): string | undefined {
  const filter = node?.arguments?.find(({ name }) => name.value === "filter")?.value;
  if (filter?.kind !== Kind.OBJECT) return undefined;
  const search = filter.fields.find(({ name }) => name.value === "search")?.value;
  return search?.kind === Kind.STRING ? search.value : undefined;
}

/** Whoever follows everybody's pathway decides on who is who, by levels and weights. */
export function coordinates({ roles, purpose }: Asker): boolean {
  return roles.includes("COORDINATOR") && purpose === "COORDINATION";
}
