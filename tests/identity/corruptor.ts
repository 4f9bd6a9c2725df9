/** Errors as Febrl's generator makes them: of the keyboard, of the scanner, of the ear, of the form. */
import type { Random } from "../../local/world/random.ts";

const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: "qs",
  b: "vn",
  c: "xv",
  d: "sf",
  e: "wr",
  f: "dg",
  g: "fh",
  h: "gj",
  i: "uo",
  j: "hk",
  k: "jl",
  l: "k",
  m: "n",
  n: "bm",
  o: "ip",
  p: "o",
  q: "wa",
  r: "et",
  s: "ad",
  t: "ry",
  u: "yi",
  v: "cb",
  w: "qe",
  x: "zc",
  y: "tu",
  z: "xs",
};
const SCANNED = ["5 s", "2 z", "0 o", "1 l", "m rn", "w vv", "d cl", "8 b", "9 q", "li h"];
const HEARD = ["ph f", "wh w", "ck k", "gh g", "c k", "y i", "ee i", "ie y", "mb m", "kn n", "sch s", "oo u"];

/** One error in a value: a letter left out, put in, swapped or mistaken; as scanned; as heard; a word split or joined. */
export function corrupt(value: string, random: Random): string {
  if (value.length < 2) return value;
  const at = random.int(0, value.length - 1);
  const [before, here, after] = [value.slice(0, at), value.charAt(at), value.slice(at + 1)];
  const digit = () => String(random.int(0, 9));
  const other = /\d/.test(here) ? digit() : random.pick([...(NEIGHBOURS[here] ?? "aeiou")]);
  return random.weighted([
    [before + after, 20],
    [before + here + other + after, 20],
    [before + other + after, 30],
    [before + after.slice(0, 1) + here + after.slice(1), 20],
    [exchanged(value, SCANNED, random), 4],
    [exchanged(value, HEARD, random), 4],
    [value.includes(" ") ? value.replace(" ", "") : `${before} ${here}${after}`.trim(), 2],
  ]);
}

function exchanged(value: string, pairs: readonly string[], random: Random): string {
  const [one = "", other = ""] = random.pick(pairs).split(" ");
  return value.includes(one) ? value.replace(one, other) : value.replace(other, one);
}
