/** Names compared as bags of words: order, subsets, initials and joined words are allowed, and said. */
import type { NameToken, Person } from "./person.ts";
import { edits, jaroWinkler } from "./similarity.ts";

/** How one part of a name (given or family) agrees, from best to worst. */
export type NameLevel = "EXACT" | "VARIANT" | "SUBSET" | "NEAR" | "INITIAL" | "PARTIAL" | "DIFFERENT";

export interface NameComparison {
  /** null when one side declared none. */
  given: NameLevel | null;
  family: NameLevel | null;
  /** Whether the words stood on the same side (given, family) in both. */
  order: "SAME" | "MIXED" | "SWAPPED" | null;
  /** The words that agree, by the part they count for; one that changed sides counts half for each. */
  givenMatches: readonly Match[];
  familyMatches: readonly Match[];
}

export interface Match {
  one: NameToken;
  other: NameToken;
  likeness: Likeness;
  /** 1, or 0.5 where the word stood on different sides. */
  share: number;
}

/** How two words agree; the higher the better, 0 not at all. */
export const Likeness = { NONE: 0, INITIAL: 1, NEAR: 2, VARIANT: 3, EXACT: 4 } as const;
export type Likeness = (typeof Likeness)[keyof typeof Likeness];

/** How two people's names agree; the same whichever is named first. */
export function compareNames(a: Person, b: Person): NameComparison {
  const [left, right] = spelling(a) <= spelling(b) ? [a, b] : [b, a];
  const ours = tagged(left);
  let theirs = tagged(right);
  let matches = align(ours, theirs);
  const crossings = () => matches.filter(({ one, other }) => one.part !== other.part).length;
  const swapped = crossings() * 2 > matches.length;
  if (swapped) {
    // Family name first on one side: read that side the other way round.
    theirs = theirs.map(({ token, part }) => ({ token, part: part === "given" ? "family" : "given" }));
    matches = align(ours, theirs);
  }
  return {
    given: levelOf(ours, theirs, matches, "given"),
    family: levelOf(ours, theirs, matches, "family"),
    order: matches.length === 0 ? null : crossings() > 0 ? "MIXED" : swapped ? "SWAPPED" : "SAME",
    givenMatches: matchesOf(matches, "given"),
    familyMatches: matchesOf(matches, "family"),
  };
}

/** How two words of names agree. */
export function likenessOf(a: NameToken, b: NameToken): Likeness {
  if (a.text === b.text) return a.text.length === 1 ? Likeness.INITIAL : Likeness.EXACT;
  if (a.text.length === 1 || b.text.length === 1) {
    return a.text[0] === b.text[0] ? Likeness.INITIAL : Likeness.NONE;
  }
  if (a.form === b.form || a.root === b.root) return Likeness.VARIANT;
  if (a.glued === b.text || a.text === b.glued || particleJoined(a.form, b.form)) return Likeness.VARIANT;
  if (a.heard === b.heard && a.heard.length > 2) return Likeness.VARIANT;
  const written = likenessAsWritten(a, b);
  return written === Likeness.NONE && heardAlike(a.heard, b.heard) ? Likeness.NEAR : written;
}

/** "Elkhoury" for "El Khouri": a particle that one clerk writes as a part of the word. */
function particleJoined(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 3 && long.endsWith(short) && PARTICLE.test(long.slice(0, -short.length));
}

/** El, Al, Ben, De, Del, Do, Dos, Da, Das, Di, La, Le, as they are heard. */
const PARTICLE = /^(al|ban|dal?|dus?|das|di|la)$/;

/** One slip in what is heard, however it is spelt. */
function heardAlike(a: string, b: string): boolean {
  return a[0] === b[0] && Math.min(a.length, b.length) > 3 && edits(a, b, 1) <= 1;
}

function likenessAsWritten(a: NameToken, b: NameToken): Likeness {
  // Most pairs of words have nothing in common: say so before counting edits.
  const shortest = Math.min(a.text.length, b.text.length);
  if (a.form[0] !== b.form[0] && a.text[0] !== b.text[0]) {
    // A slip of the first letter is rare: in a short name, another first letter is another name.
    const slip = shortest > 4 && (shortest > 6 || a.text.length !== b.text.length);
    return slip && edits(a.text, b.text, 1) <= 1 ? Likeness.NEAR : Likeness.NONE;
  }
  if (a.skeleton === b.skeleton && a.skeleton.length > 2 && jaroWinkler(a.form, b.form) >= 0.82)
    return Likeness.VARIANT;
  const sameSound = a.sound === b.sound && a.sound.length > 2 && shortest > 4;
  if (sameSound && jaroWinkler(a.text, b.text) >= 0.85) return Likeness.VARIANT;
  if (shortest < 2) return Likeness.NONE;
  if (shortest > 2 && (a.text.startsWith(b.text) || b.text.startsWith(a.text))) return Likeness.NEAR;
  if (shortest < 4) return edits(a.text, b.text, 1) <= 1 ? Likeness.NEAR : Likeness.NONE;
  if (edits(a.text, b.text, shortest > 7 ? 2 : 1) <= (shortest > 7 ? 2 : 1)) return Likeness.NEAR;
  return jaroWinkler(a.text, b.text) >= 0.9 ? Likeness.NEAR : Likeness.NONE;
}

type Part = "given" | "family";

interface Word {
  token: NameToken;
  part: Part;
}

interface Alignment {
  one: Word;
  other: Word;
  likeness: Likeness;
}

function tagged({ given, family }: Person): Word[] {
  return [
    ...given.map((token): Word => ({ token, part: "given" })),
    ...family.map((token): Word => ({ token, part: "family" })),
  ];
}

function spelling({ given, family }: Person): string {
  return `${given.map(({ text }) => text).join(" ")}|${family.map(({ text }) => text).join(" ")}`;
}

/** The best pairs first; on a tie, words that stand on the same side in both. */
function align(left: readonly Word[], right: readonly Word[]): Alignment[] {
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  // Before a part of a joined word is taken for a word that is only near.
  const matches =
    left.length === right.length
      ? []
      : [...joined(left, usedLeft, right, usedRight), ...joined(right, usedRight, left, usedLeft)];
  const pairs: (Alignment & { i: number; j: number; rank: number })[] = [];
  left.forEach((one, i) => {
    if (usedLeft.has(i)) return;
    right.forEach((other, j) => {
      const likeness = usedRight.has(j) ? Likeness.NONE : likenessOf(one.token, other.token);
      if (likeness > 0)
        pairs.push({ one, other, likeness, i, j, rank: likeness * 2 + Number(one.part === other.part) });
    });
  });
  if (pairs.length > 1) pairs.sort((a, b) => b.rank - a.rank);
  for (const { one, other, likeness, i, j } of pairs) {
    if (usedLeft.has(i) || usedRight.has(j)) continue;
    usedLeft.add(i);
    usedRight.add(j);
    matches.push({ one, other, likeness });
  }
  return matches;
}

/** "Jean Pierre" against "Jeanpierre": two words in a row that are one on the other side. */
function joined(
  two: readonly Word[],
  usedTwo: Set<number>,
  one: readonly Word[],
  usedOne: Set<number>,
): Alignment[] {
  const found: Alignment[] = [];
  for (let i = 0; i + 1 < two.length; i++) {
    const [first, second] = [two[i], two[i + 1]];
    if (first === undefined || second === undefined || first.part !== second.part) continue;
    if (usedTwo.has(i) || usedTwo.has(i + 1)) continue;
    one.forEach((whole, j) => {
      if (usedOne.has(j) || whole.token.text !== first.token.text + second.token.text) return;
      usedOne.add(j);
      usedTwo.add(i).add(i + 1);
      found.push({ one: first, other: whole, likeness: Likeness.VARIANT });
      found.push({ one: second, other: whole, likeness: Likeness.VARIANT });
    });
  }
  return found;
}

function levelOf(
  left: readonly Word[],
  right: readonly Word[],
  matches: readonly Alignment[],
  part: Part,
): NameLevel | null {
  const ofLeft = left.filter((word) => word.part === part);
  const ofRight = right.filter((word) => word.part === part);
  const mine = matches.filter(({ one, other }) => one.part === part || other.part === part);
  const matched = (words: readonly Word[]) =>
    words.filter((word) => mine.some(({ one, other }) => one === word || other === word)).length;
  const [matchedLeft, matchedRight] = [matched(ofLeft), matched(ofRight)];
  if (ofLeft.length === 0 || ofRight.length === 0) {
    // One side has nothing here: only words that moved from the other part can say something.
    return matchedLeft + matchedRight > 0 ? "SUBSET" : null;
  }
  const slip = (worse: NameLevel) => (oneSlip(ofLeft.map(tokenOf), ofRight.map(tokenOf)) ? "NEAR" : worse);
  if (mine.length === 0) return slip("DIFFERENT");
  const straight = mine.some(({ one, other }) => one.part === other.part);
  if (!straight && matchedLeft + matchedRight < ofLeft.length + ofRight.length) return "PARTIAL";
  const worst = Math.min(...mine.map(({ likeness }) => likeness));
  const [allLeft, allRight] = [matchedLeft === ofLeft.length, matchedRight === ofRight.length];
  if (worst === Likeness.INITIAL) return allLeft || allRight ? "INITIAL" : "PARTIAL";
  if (allLeft && allRight)
    return worst === Likeness.EXACT ? "EXACT" : worst === Likeness.VARIANT ? "VARIANT" : "NEAR";
  if (allLeft || allRight) return worst === Likeness.NEAR ? "NEAR" : "SUBSET";
  return slip("PARTIAL");
}

/** "Gia Hry" for "Gia Huy": words too short to be alike each by each, with one slip in all of them together. */
export function oneSlip(left: readonly NameToken[], right: readonly NameToken[]): boolean {
  const [one, other] = [left, right].map((words) => words.map(({ text }) => text).join(""));
  return (
    one !== undefined &&
    other !== undefined &&
    one.length > 4 &&
    other.length > 4 &&
    edits(one, other, 1) <= 1
  );
}

function tokenOf({ token }: Word): NameToken {
  return token;
}

function matchesOf(matches: readonly Alignment[], part: Part): Match[] {
  return matches
    .filter(({ one, other }) => one.part === part || other.part === part)
    .map(({ one, other, likeness }) => ({
      one: one.token,
      other: other.token,
      likeness,
      share: one.part === other.part ? 1 : 0.5,
    }));
}
