/** Names of the whole world as words that can be compared. */
import anyAscii from "any-ascii";
import { doubleMetaphone } from "double-metaphone";
import { rootOf } from "./equivalents.ts";
import type { NameToken } from "./person.ts";
import { formOf, heardOf, skeletonOf } from "./sounds.ts";

/** Words between names, and words that say what the next name is: none tells two people apart. */
const PARTICLES = new Set(
  (
    "de del della la las los le les el al ul ur abd ben bin bint ibn ould ag van von der den dos das da do di du des d l y e et " +
    "ep epouse nee ne veuve vve dit dite of the san santa mc o"
  ).split(" "),
);

/** Titles, and what follows a name on a visiting card. */
const TITLES = new Set(
  (
    "m mr mme mlle mrs miss ms dr pr prof me sir dame lord lady rev reverend hon capt captain col colonel maj gen major general " +
    "baron baronet bt bart earl duke viscount marquess marquis count countess duchess esq st nd rd th"
  ).split(" "),
);

const GENERATIONS: Readonly<Record<string, string>> = {
  jr: "junior",
  junior: "junior",
  fils: "junior",
  sr: "senior",
  senior: "senior",
  pere: "senior",
  ii: "2",
  iii: "3",
  iv: "4",
};

export interface NameWords {
  tokens: NameToken[];
  generation: string | null;
}

/** Lower-case ASCII, with what is not a letter or a digit as single spaces. */
export function plain(text: string): string {
  const ascii = /^[\x20-\x7e]*$/.test(text) ? text : anyAscii(text.normalize("NFC"));
  return ascii
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** The words of a name without titles and particles; an Arabic article or "Ben" is kept glued to what it belongs to. */
export function nameWords(text: string | null | undefined, part: "GIVEN" | "FAMILY" = "FAMILY"): NameWords {
  // Chinese characters become syllables with capitals; apostrophes inside a word are how some write a sound.
  const spaced = (text ?? "")
    .replace(/\p{Script=Han}/gu, (character) => ` ${character} `)
    .replace(/(\p{L})['’ʼ`´](?=\p{L})/gu, (_, letter: string) =>
      /[dlDL]/.test(letter) ? `${letter} ` : letter,
    );
  const tokens: NameToken[] = [];
  let generation: string | null = null;
  let glue = "";
  const words = plain(spaced).split(" ");
  const dropped: string[] = [];
  for (const word of words) {
    if (word === "" || /^\d+(st|nd|rd|th)?$/.test(word) || isTitle(word, words)) continue;
    const marked = GENERATIONS[word];
    if (marked !== undefined && tokens.length > 0) generation = marked;
    else if (PARTICLES.has(word) && (part === "FAMILY" || tokens.length > 0)) {
      glue += word;
      dropped.push(word);
    } else {
      tokens.push(tokenOf(word, glue + word));
      glue = "";
    }
  }
  // A name that is nothing but particles ("Do", "Le", "Da") is a name.
  if (glue !== "") {
    for (const word of tokens.length === 0 ? dropped : dropped.slice(-1)) tokens.push(tokenOf(word, word));
  }
  return { tokens: tokens.slice(0, 6), generation };
}

/** "M. Tremblay" has a title; "M." alone is an initial. */
function isTitle(word: string, words: readonly string[]): boolean {
  return TITLES.has(word) && (word.length > 1 || words.length > 1);
}

const KNOWN = new Map<string, NameToken>();

function tokenOf(text: string, glued: string): NameToken {
  const key = glued === text ? text : `${text} ${glued}`;
  let token = KNOWN.get(key);
  if (token === undefined) {
    const form = formOf(text);
    const root = rootOf(text);
    token = {
      text,
      glued,
      form,
      skeleton: skeletonOf(form),
      sound: doubleMetaphone(text)[0],
      heard: heardOf(text),
      root: root === undefined ? form : formOf(root),
    };
    // Most names come again and again; a process that runs for months must not keep all it ever saw.
    if (KNOWN.size > 200_000) KNOWN.clear();
    KNOWN.set(key, token);
  }
  return token;
}
