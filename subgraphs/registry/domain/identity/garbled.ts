/** Values so full of slips that no clerk would take them for one, in files that hold many of those. */
import type { BirthDate } from "./person.ts";
import { edits, jaroWinkler } from "./similarity.ts";

/** Whether one text may be the other with several slips: two fifths of its letters, or letters out of their order. */
export function garbled(a: string, b: string): boolean {
  const shortest = Math.min(a.length, b.length);
  const longest = Math.max(a.length, b.length);
  if (shortest < 3) return false;
  if ((shortest > 3 || longest < 7) && (a.startsWith(b) || b.startsWith(a))) return true;
  const allowed = Math.floor(longest * 0.4);
  if (longest - shortest > allowed + 1) return false;
  const common = lettersInCommon(a, b);
  if (common < longest - allowed) return false;
  if (edits(a, b, allowed) <= allowed) return true;
  return common >= longest - 1 && shortest > 3 && jaroWinkler(a, b) >= 0.7;
}

/** How many letters two texts share, wherever they stand. */
function lettersInCommon(a: string, b: string): number {
  const left = [...b];
  let common = 0;
  for (const letter of a) {
    const at = left.indexOf(letter);
    if (at < 0) continue;
    left[at] = "";
    common++;
  }
  return common;
}

/** Two slips in the eight digits of a date. */
export function twoSlips(a: BirthDate, b: BirthDate): boolean {
  return edits(a.digits, b.digits, 2) <= 2;
}

/** Years that one slip, or counting from an age, makes of each other. */
export function yearsAlike(a: number, b: number): boolean {
  return Math.abs(a - b) <= 2 || edits(String(a), String(b), 1) <= 1;
}
