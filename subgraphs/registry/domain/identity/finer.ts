/** More degrees of difference: what remains alike of values so full of slips that no clerk would take them for one. */
import type { BirthDate, Email, NameToken, Person } from "./person.ts";
import type { NameComparison } from "./compare-names.ts";
import { garbled, twoSlips, yearsAlike } from "./garbled.ts";
import type { FieldLevel } from "./levels.ts";
import { frequencyOf, type Model } from "./model.ts";
import { edits } from "./similarity.ts";

/** The levels, of which those that say "different" say more. */
export function finerLevels(
  levels: readonly FieldLevel[],
  { a, b, names }: { a: Person; b: Person; names: NameComparison },
  model: Model,
): FieldLevel[] {
  const swapped = names.order === "SWAPPED" || crossed(a, b, names);
  const finer = levels.map((piece): FieldLevel => {
    const level = levelOf(piece, a, b, swapped);
    if (level === null) return piece;
    const share = level === "HOST" && b.email !== null ? frequencyOf(model, "host", b.email.domain) : null;
    return { field: piece.field, level, share };
  });
  if (names.order === null && finer.some(({ field, level }) => field !== "birth" && level === "GARBLED"))
    finer.push({ field: "order", level: swapped ? "SWAPPED" : "SAME", share: null });
  return finer;
}

/** The level in place of this one; null where nothing more can be said. */
function levelOf({ field, level }: FieldLevel, a: Person, b: Person, swapped: boolean): string | null {
  if (field === "birth") return a.birth && b.birth ? birthLevel(level, a.birth, b.birth) : null;
  if (level !== "DIFFERENT") return null;
  switch (field) {
    case "given":
      return wordsGarbled(a.given, swapped ? b.family : b.given) ? "GARBLED" : null;
    case "family":
      return wordsGarbled(a.family, swapped ? b.given : b.family) ? "GARBLED" : null;
    case "email":
      return a.email && b.email ? emailLevel(a.email, b.email) : null;
    case "street":
      return streetLevel(a, b);
    case "postal":
      return sameArea(a.postal ?? "", b.postal ?? "") ? "AREA" : null;
    case "phone":
      return edits(a.phone ?? "", b.phone ?? "", 3) <= 3 ? "GARBLED" : null;
    case "identifier":
      return edits(a.identifier ?? "", b.identifier ?? "", 3) <= 3 ? "GARBLED" : null;
    case "city":
      return garbled(a.city ?? "", b.city ?? "") ? "GARBLED" : null;
    default:
      return garbled(a.others[field] ?? "", b.others[field] ?? "") ? "GARBLED" : null;
  }
}

/** Family name first on one side, and no word of either whole. */
function crossed(a: Person, b: Person, { order }: NameComparison): boolean {
  if (order !== null || wordsGarbled(a.given, b.given) || wordsGarbled(a.family, b.family)) return false;
  return wordsGarbled(a.given, b.family) || wordsGarbled(a.family, b.given);
}

function wordsGarbled(a: readonly NameToken[], b: readonly NameToken[]): boolean {
  const [one, other] = [a, b].map((words) => words.map(({ text }) => text).join(""));
  if (!one || !other) return false;
  if (garbled(one, other)) return true;
  return (
    a.length + b.length > 2 &&
    a.some(
      ({ text }) => text.length > 4 && b.some((word) => word.text.length > 4 && garbled(text, word.text)),
    )
  );
}

function birthLevel(level: string, a: BirthDate, b: BirthDate): string | null {
  if (level !== "DIFFERENT" && level !== "SAME_YEAR") return null;
  if (a.day === null || b.day === null || a.approximate || b.approximate)
    return level === "DIFFERENT" && yearsAlike(a.year, b.year) ? "YEAR_NEAR" : null;
  return twoSlips(a, b) ? "TWO_SLIPS" : null;
}

function emailLevel(a: Email, b: Email): string | null {
  if (garbled(a.local, b.local)) return "GARBLED";
  return a.domain === b.domain ? "HOST" : null;
}

function streetLevel({ street: a }: Person, { street: b }: Person): string | null {
  if (a === null || b === null) return null;
  if (garbled(a.words.join(""), b.words.join(""))) return "GARBLED";
  return a.number === b.number && a.number !== "" ? "NUMBER" : null;
}

/** What a sorting office reads first: the district of "SW1A 2AA", the region of "90210", the half of "H2X 1Y4". */
function sameArea(a: string, b: string): boolean {
  return areaOf(a) === areaOf(b);
}

function areaOf(code: string): string {
  const british = /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/.exec(code);
  return british?.[1] ?? (/^[A-Z]{1,2}\d/.test(code) && code.length < 5 ? code : code.slice(0, 3));
}
