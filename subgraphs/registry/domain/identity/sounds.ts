/** Spellings of one sound, in the languages of those who come. */

/** One spelling for the spellings of a sound, in the order in which they must be told apart. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"],
  [/(tch|tsch|sch|shch|sh|ch|cz|sz)/g, "s"],
  [/(dzh|dj|zh|jh)/g, "j"],
  [/(kh|ck|qu|q)/g, "k"],
  [/gh/g, "g"],
  [/gu(?=[ei])/g, "g"],
  [/ks|x/g, "ks"],
  [/c(?=[eiy])/g, "s"],
  [/c/g, "k"],
  [/[zç]/g, "s"],
  [/g(?=[ei])/g, "j"],
  [/w/g, "u"],
  [/th/g, "t"],
  [/(?<=.)h/g, ""],
  [/(oue)/g, "ue"],
  [/(ou|oo|eu)/g, "u"],
  [/(ee|ii|yi|iy|ij)/g, "i"],
  [/(ei|ey|ay|ai)/g, "ai"],
  [/y/g, "i"],
  [/v/g, "v"],
  [/o/g, "u"],
  [/e/g, "a"],
];

/** The word with the spellings of one sound made alike; keys are made of it, so that a change asks for new keys. */
export function formOf(text: string): string {
  let form = text;
  for (const [spelling, sound] of SOUNDS) form = form.replace(spelling, sound);
  return form.replace(/(.)\1+/g, "$1");
}

/** The consonants of a form, after its first letter. */
export function skeletonOf(form: string): string {
  return (
    form.slice(0, 1) +
    form
      .slice(1)
      .replace(/[aiu]/g, "")
      .replace(/(.)\1+/g, "$1")
  );
}

/** What is said alike and yet too often two sounds to make keys of. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  // Diarra and Jarra, Thiam and Cham, Xu and Hsu.
  [/di(?=[aou])/g, "j"],
  [/thi(?=[aou])/g, "sh"],
  [/^(hs|x)/, "s"],
  // Zhou and Chow, Yevgenia and Evgenia.
  [/^zh/, "ch"],
  [/^[iy]e/, "e"],
  // Arseneault and Arsenaux, Wideline and Widline, Petroff and Petrov.
  [/(?<=..)e?au(x|lts?|ts?|ds?)?$/, "o"],
  [/(?<=...)e$/, ""],
  [/ff?$/, "v"],
  [/(?<=...)ow$/, "ov"],
  [/^w(?=o)/, "v"],
  // A hard g before e and i, which is no j.
  [/gu(?=[eiy])/g, "k"],
];

/** The word as it is heard across languages: more alike than its form, for comparing only. */
export function heardOf(text: string): string {
  let heard = text;
  for (const [spelling, sound] of ALIKE) heard = heard.replace(spelling, sound);
  return formOf(heard)
    .replace(/^h(?=.)/, "")
    .replace(/g/g, "k")
    .replace(/(.)\1+/g, "$1");
}
