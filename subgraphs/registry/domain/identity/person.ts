/** A person as matching sees them: what was declared, and the same in forms that can be compared. */

/** What a door declared of a person; any part may be missing. A registration's row is one. */
export interface DeclaredPerson {
  givenNames?: string | null;
  familyNames?: string | null;
  /** The whole name, where a source keeps it in one column. */
  fullName?: string | null;
  birthDate?: string | null;
  email?: string | null;
  phone?: string | null;
  address?: string | null;
  city?: string | null;
  postalCode?: string | null;
  country?: string | null;
  /** An identifier that the source gives to a person, where it has one. The hub itself stores none. */
  identifier?: string | null;
  /** Whatever else a file says of a person, by column: gender, occupation, place of birth. */
  others?: Readonly<Record<string, string | null>>;
}

/** One word of a name. */
export interface NameToken {
  /** Lower case, ASCII. */
  text: string;
  /** With the particles before it glued on ("elhassan" of "El Hassan"); the text itself when there are none. */
  glued: string;
  /** The text with spellings of one sound made alike, vowels kept. */
  form: string;
  /** The consonants of the form, after its first letter. */
  skeleton: string;
  /** Double Metaphone, first code. */
  sound: string;
  /** As it is heard across languages: more words are alike in it than in their form. */
  heard: string;
  /** The form of the name that this is a short or foreign form of ("robert" for "bob"); its own form for all others. */
  root: string;
}

export interface BirthDate {
  year: number;
  month: number | null;
  day: number | null;
  /** 1 January is what many papers say when the day is unknown. */
  approximate: boolean;
  /** YYYYMMDD with zeros for what is unknown. */
  digits: string;
}

export interface Email {
  local: string;
  domain: string;
}

export interface Street {
  /** Civic number, without the flat. */
  number: string;
  /** The words of the street without its kind ("rue", "boulevard"). */
  words: string[];
}

export interface Person {
  given: NameToken[];
  family: NameToken[];
  /** "junior", "senior", "2", "3" where the name says so. */
  generation: string | null;
  birth: BirthDate | null;
  /** E.164 where the number is a possible one, its digits otherwise. */
  phone: string | null;
  email: Email | null;
  street: Street | null;
  postal: string | null;
  city: string | null;
  identifier: string | null;
  others: Readonly<Record<string, string>>;
}
