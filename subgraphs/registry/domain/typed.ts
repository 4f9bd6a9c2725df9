/** What a professional types into the search box: a name or a part of one, a telephone, a mail address, a birth date. */
import { keysOf, normalise, searchWords, wholeBirthDate } from "./identity/index.ts";

/** One word typed: a name must begin with it, or be nearly it. */
export interface TypedWord {
  /** The word, and the word with the one before or after it in one: "el hassan" finds Elhassan. */
  forms: string[];
  /** Short words are not searched with slips of a finger: they are like too many. */
  maySlip: boolean;
}

export type Typed =
  | { kind: "NAME"; words: TypedWord[] }
  /** Typed whole: one of these keys, or this birth date. */
  | { kind: "WHOLE"; keys: string[]; birth: string | null };

/** More words than these say nothing more. */
const MOST_WORDS = 6;
const MOST_LETTERS = 200;
/** A name of which less is typed is everybody's. */
const LEAST_LETTERS = 2;
const LEAST_WITH_SLIPS = 4;

/** What is searched for; null when too little is typed to search for anybody. */
export function readTyped(text: string): Typed | null {
  const typed = text.slice(0, MOST_LETTERS).trim();
  const birth = /\d/.test(typed) ? wholeBirthDate(typed) : null;
  const isMail = typed.includes("@");
  if (isMail || birth !== null || !/\p{L}/u.test(typed)) {
    const keys = keysOf(normalise(isMail ? { email: typed } : { phone: typed }));
    return birth === null && keys.length === 0 ? null : { kind: "WHOLE", keys, birth };
  }
  const words = searchWords(typed).slice(0, MOST_WORDS);
  if (words.join("").length < LEAST_LETTERS) return null;
  return {
    kind: "NAME",
    words: words.map((word, place) => ({
      forms: [word, ...joined(words[place - 1], word), ...joined(word, words[place + 1])],
      maySlip: word.length >= LEAST_WITH_SLIPS,
    })),
  };
}

function joined(one: string | undefined, other: string | undefined): string[] {
  return one === undefined || other === undefined ? [] : [one + other];
}
