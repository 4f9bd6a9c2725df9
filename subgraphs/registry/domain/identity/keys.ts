/** The keys by which people who may be one find each other: independent ways, so that one error closes one way only. */
import type { NameToken, Person } from "./person.ts";
import { skeletonOf } from "./sounds.ts";

/**
 * Keys of a person, at most about forty. Two people are compared when they share one. Each begins with its kind:
 * `y` two names and the year, `d` two names and day with month (in either order), `n` all names,
 * `b` birth date with a name, `i` birth date with two initials, `p` telephone, `e` mail, `a` house with a name, `x` identifier.
 * Kept in an array column under a GIN index; none of them grows common as fast as the register grows.
 */
export function keysOf(person: Person): string[] {
  const { birth, phone, email, street, postal, identifier } = person;
  const tokens = [...person.given, ...person.family].filter(({ text }) => text.length > 1).slice(0, 5);
  const skeletons = distinct(tokens.map(skeletonKey));
  const keys: string[] = [];
  const pairs = pairsOf(skeletons);
  if (birth !== null) for (const pair of pairs) keys.push(`y:${birth.year}:${pair}`);
  if (birth !== null && birth.day !== null && !birth.approximate) {
    const day = dayKey(birth.month ?? 0, birth.day);
    for (const pair of pairs) keys.push(`d:${day}:${pair}`);
    for (const skeleton of skeletons) keys.push(`b:${birth.year}:${day}:${skeleton}`);
    const initials = distinct(tokens.map(({ form }) => form.slice(0, 1)));
    for (const pair of pairsOf(initials)) keys.push(`i:${birth.year}:${day}:${pair}`);
    if (initials.length === 1) keys.push(`i:${birth.year}:${day}:${initials[0] ?? ""}`);
  }
  if (skeletons.length > 0) keys.push(`n:${[...skeletons].sort().join(".")}`);
  if (phone !== null) keys.push(`p:${phone.slice(-9)}`);
  if (email !== null) keys.push(`e:${email.local}@${email.domain}`);
  const place = postal ?? person.city;
  if (street !== null && street.number !== "" && place !== null)
    for (const skeleton of skeletons) keys.push(`a:${place}:${street.number}:${skeleton}`);
  if (identifier !== null) keys.push(`x:${identifier}`);
  return distinct(keys);
}

/**
 * More and wider keys, for a file that is matched in one go and has many errors or few columns; a key that many share
 * must be passed over.
 */
export function wideKeysOf(person: Person): string[] {
  const keys = keysOf(person);
  const { birth, email, postal, city, street, phone, identifier } = person;
  const tokens = [...person.given, ...person.family].filter(({ text }) => text.length > 1).slice(0, 5);
  if (birth !== null) {
    keys.push(`B:${birth.digits}`);
    for (const { form } of tokens) {
      keys.push(`Y:${birth.year}:${form.slice(0, 3)}`);
      if (birth.month !== null) keys.push(`M:${birth.year}:${birth.month}:${form.slice(0, 1)}`);
      if (birth.month !== null && birth.day !== null)
        keys.push(`D:${dayKey(birth.month, birth.day)}:${form.slice(0, 3)}`);
    }
    const place = postal ?? city;
    if (place !== null) keys.push(`P:${birth.year}:${place}`);
  }
  if (email !== null) keys.push(`E:${email.local}`, `H:${email.domain}:${email.local.slice(0, 2)}`);
  if (phone !== null)
    keys.push(`F:${phone.slice(0, -3)}`, `F:${phone.slice(-4)}:${tokens[0]?.form[0] ?? ""}`);
  if (identifier !== null) keys.push(`I:${identifier.slice(0, 5)}`, `I:${identifier.slice(-4)}`);
  if (postal !== null) keys.push(`Z:${postal}`);
  for (const pair of pairsOf(distinct(tokens.map(({ root }) => root)))) keys.push(`N:${pair}`);
  for (const { text, root, form, skeleton } of tokens) {
    // A rare name alone, whole or with its letters out of their order.
    keys.push(`T:${root}`, `K:${skeleton}`, `G:${[...text].sort().join("")}`);
    if (postal !== null) keys.push(`Z:${postal}:${form.slice(0, 2)}`);
    if (city !== null) keys.push(`C:${city}:${skeleton}`);
    if (street !== null) keys.push(`S:${street.number}:${street.words[0] ?? ""}:${form.slice(0, 1)}`);
    for (const [field, value] of Object.entries(person.others)) keys.push(`O:${field}:${value}:${skeleton}`);
  }
  if (street !== null) keys.push(`S:${street.number}:${street.words.join(".")}`);
  return distinct(keys);
}

/** A name that is another's short form is found under it. */
function skeletonKey({ root, form, skeleton }: NameToken): string {
  return root === form ? skeleton : skeletonOf(root);
}

/** Day and month, the smaller first: the same however they were swapped. */
function dayKey(month: number, day: number): string {
  return month < day ? `${month}-${day}` : `${day}-${month}`;
}

function pairsOf(words: readonly string[]): string[] {
  const pairs: string[] = [];
  words.forEach((first, i) => {
    for (const second of words.slice(i + 1))
      pairs.push(first < second ? `${first}.${second}` : `${second}.${first}`);
  });
  return pairs;
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)];
}
