/** The levels at which two people agree, field by field, before anything is weighed. */
import { compareBirth } from "./birth-date.ts";
import { compareNames, Likeness, type Match, type NameComparison } from "./compare-names.ts";
import { finerLevels } from "./finer.ts";
import { frequencyOf, type Model } from "./model.ts";
import type { Email, Person, Street } from "./person.ts";
import { edits, jaroWinkler } from "./similarity.ts";

export interface FieldLevel {
  field: string;
  level: string;
  /** How common the agreeing value is, where the model can know: replaces u. */
  share: number | null;
}

/** The fields that members of a household share. */
export const CONTACT_FIELDS = new Set(["phone", "email", "street", "postal", "city"]);

/** What stands in both, compared; a field that one side does not have is left out. */
export function levelsOf(
  a: Person,
  b: Person,
  model: Model,
): { levels: FieldLevel[]; names: NameComparison } {
  const names = compareNames(a, b);
  const levels: FieldLevel[] = [];
  const add = (field: string, level: string | null, share: number | null = null) => {
    if (level !== null) levels.push({ field, level, share });
  };
  add("given", names.given, shareOf(names.givenMatches, names.given, model));
  add("family", names.family, shareOf(names.familyMatches, names.family, model));
  add("order", names.order);
  const birth = compareBirth(a.birth, b.birth);
  add("birth", birth);
  add("phone", comparePhones(a.phone, b.phone));
  add("email", compareEmails(a.email, b.email));
  add("street", compareStreets(a.street, b.street));
  add("postal", compareCodes(a.postal, b.postal));
  const city = compareTexts(a.city, b.city);
  add("city", city, city === "SAME" && a.city !== null ? frequencyOf(model, "city", a.city) : null);
  add("identifier", compareCodes(a.identifier, b.identifier));
  for (const field in a.others) {
    const [value, other] = [a.others[field], b.others[field]];
    if (value === undefined || other === undefined) continue;
    const level = compareTexts(value, other);
    add(field, level, level === "SAME" ? frequencyOf(model, field, value) : null);
  }
  return { levels: model.finer === true ? finerLevels(levels, { a, b, names }, model) : levels, names };
}

/**
 * How common the agreeing words are together. The second word of a name goes with the first (Marie-Claude, Nguyen Thi),
 * so it counts for half its bits.
 */
function shareOf(matches: readonly Match[], level: string | null, model: Model): number | null {
  if (level !== "EXACT" && level !== "SUBSET" && level !== "VARIANT") return null;
  let bits = 0;
  let strongest = 0;
  for (const { one, other, likeness, share } of matches) {
    const frequency =
      likeness === Likeness.EXACT
        ? frequencyOf(model, "name", one.text)
        : Math.max(frequencyOf(model, "form", one.form), frequencyOf(model, "form", other.form));
    const worth = -Math.log2(frequency) * share;
    bits += worth / 2;
    if (worth > strongest) strongest = worth;
  }
  return 2 ** -Math.min(strongest / 2 + bits, 18);
}

function comparePhones(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  if (a === b || (a.length > 8 && b.length > 8 && a.slice(-9) === b.slice(-9))) return "SAME";
  return edits(a, b, 1) <= 1 ? "NEAR" : "DIFFERENT";
}

function compareEmails(a: Email | null, b: Email | null): string | null {
  if (a === null || b === null) return null;
  if (a.local === b.local) return a.domain === b.domain ? "SAME" : "NEAR";
  const slips = edits(a.local, b.local, 2);
  if (slips <= 1 && Math.min(a.local.length, b.local.length) > 4) return "NEAR";
  // "zzhao4311" and "zzhao4031" may well be two people: alike, and no more than that.
  return slips <= 2 || jaroWinkler(a.local, b.local) >= 0.93 ? "SIMILAR" : "DIFFERENT";
}

function compareStreets(a: Street | null, b: Street | null): string | null {
  if (a === null || b === null) return null;
  const alike = wordsAlike(a.words, b.words);
  if (a.number === b.number && a.number !== "") return alike ? "SAME" : "DIFFERENT";
  const slip = a.number === "" || b.number === "" || edits(a.number, b.number, 1) <= 1;
  return alike && slip ? "NEAR" : "DIFFERENT";
}

/** The shorter list of words is found in the longer, but for slips of the pen. */
function wordsAlike(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length === 0) return false;
  return (
    few.every((word) => many.some((other) => word === other || jaroWinkler(word, other) >= 0.88)) ||
    jaroWinkler(few.join(""), many.join("")) >= 0.92
  );
}

function compareCodes(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  if (a === b) return "SAME";
  return edits(a, b, 1) <= 1 ? "NEAR" : "DIFFERENT";
}

function compareTexts(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null;
  if (a === b) return "SAME";
  return a.length > 3 && b.length > 3 && jaroWinkler(a, b) >= 0.9 ? "NEAR" : "DIFFERENT";
}
