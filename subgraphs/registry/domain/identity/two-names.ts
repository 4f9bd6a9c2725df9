/** Given names that are alike and yet often two names: of twins, of brother and sister. */
import { Likeness, likenessOf, oneSlip, type NameComparison } from "./compare-names.ts";
import { rootOf } from "./equivalents.ts";
import type { Model } from "./model.ts";
import type { NameToken, Person } from "./person.ts";

/**
 * Whether the given names agree and may still be those of two: Luc and Lucie, Luc and Jean-Luc, Amina and Amira. A slip of
 * the pen seldom makes a name that others bear; and who has two names is called by the first.
 */
export function mayBeTwoNames(a: Person, b: Person, names: NameComparison, model: Model): boolean {
  if (names.given === "NEAR" && oneSlip(a.given, b.given) && a.given.length + b.given.length > 2) return false;
  if (names.given === "NEAR" && names.givenMatches.some((match) => twoWords(match.one, match.other, match.likeness, model)))
    return true;
  if (names.order === "SWAPPED")
    // Which side was swapped is not known: of the two parts, the one that agrees less may be the given name.
    return withoutFirst(a.given, b.family) || withoutFirst(b.given, a.family);
  return names.given === "SUBSET" && withoutFirst(a.given, b.given);
}

function twoWords(one: NameToken, other: NameToken, likeness: Likeness, model: Model): boolean {
  if (likeness !== Likeness.NEAR) return false;
  if (Math.min(one.text.length, other.text.length) < 4) return true;
  if (one.text.startsWith(other.text) || other.text.startsWith(one.text)) return true;
  return isName(one, model) && isName(other, model);
}

function isName({ text }: NameToken, model: Model): boolean {
  return model.frequencies["name"]?.[text] !== undefined || rootOf(text) !== undefined;
}

/** The longer of two names does not begin with a word of the shorter. */
function withoutFirst(a: readonly NameToken[], b: readonly NameToken[]): boolean {
  if (a.length === b.length) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const [first] = long;
  return first !== undefined && short.length > 0 && !short.some((word) => likenessOf(first, word) > Likeness.NONE);
}
