/** Given names that are alike and yet often two names: of twins, of brother and sister. */
import { Likeness, likenessOf, oneSlip, type Match, type NameComparison } from "./compare-names.ts";
import { rootOf } from "./equivalents.ts";
import type { Model } from "./model.ts";
import type { NameToken, Person } from "./person.ts";

/**
 * NONE: one name. SOME: one name in two languages, or that of brothers: a telephone or mail of their own must say which.
 * MUCH: twins are often named so: only mail says whose it is.
 */
export type Doubt = "NONE" | "SOME" | "MUCH";

/**
 * How much the given names, which agree, may still be those of two: Luc and Lucie, Luc and Jean-Luc, Amina and Amira, Étienne
 * and Stéphane. A slip of the pen seldom makes a name that others bear; and who has two names is called by the first.
 */
export function doubtOf(a: Person, b: Person, names: NameComparison, model: Model): Doubt {
  const { given, order, givenMatches } = names;
  if (given === "NEAR") {
    const joined = a.given.length + b.given.length > 2 && oneSlip(a.given, b.given);
    if (!joined && givenMatches.some((match) => twoWords(match, model))) return "MUCH";
  }
  // Which side was swapped is not known: of the two parts, the one that agrees less may be the given name.
  if (order === "SWAPPED" && (withoutFirst(a.given, b.family) || withoutFirst(b.given, a.family)))
    return "MUCH";
  if (given === "SUBSET" && withoutFirst(a.given, b.given)) return "MUCH";
  const translated = givenMatches.some(
    ({ one, other }) => one.root === other.root && one.heard !== other.heard,
  );
  return translated ? "SOME" : "NONE";
}

function twoWords({ one, other, likeness }: Match, model: Model): boolean {
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
  return (
    first !== undefined && short.length > 0 && !short.some((word) => likenessOf(first, word) > Likeness.NONE)
  );
}
