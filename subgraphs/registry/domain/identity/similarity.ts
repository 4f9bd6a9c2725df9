/** How alike two short strings are. */

/**
 * Jaro-Winkler similarity, 0 to 1 (Winkler 1990, prefix weight 0.1 over at most four letters).
 */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1;
  // The shorter first: whoever is compared with whom, the answer is the same.
  const [a, b] =
    one.length < other.length || (one.length === other.length && one < other) ? [one, other] : [other, one];
  if (a.length === 0) return 0;
  const reach = Math.max(0, (b.length >> 1) - 1);
  let usedA = 0;
  let usedB = 0;
  let matches = 0;
  const lengthA = Math.min(a.length, 30);
  const lengthB = Math.min(b.length, 30);
  for (let i = 0; i < lengthA; i++) {
    const letter = a.charCodeAt(i);
    const end = Math.min(lengthB, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (usedB & (1 << j) || b.charCodeAt(j) !== letter) continue;
      usedA |= 1 << i;
      usedB |= 1 << j;
      matches++;
      break;
    }
  }
  if (matches === 0) return 0;
  let transposed = 0;
  for (let i = 0, j = 0; i < lengthA; i++) {
    if (!(usedA & (1 << i))) continue;
    while (!(usedB & (1 << j))) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) transposed++;
    j++;
  }
  const jaro = (matches / lengthA + matches / lengthB + (matches - transposed / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < lengthA && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/**
 * Edits between two strings (insert, delete, replace, swap neighbours), counted up to the limit; limit + 1 beyond it.
 * Optimal string alignment: each letter is edited once.
 */
export function edits(one: string, other: string, limit: number): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  // What both begin and end with needs no edit; mostly next to nothing is left.
  const shortest = Math.min(one.length, other.length);
  let start = 0;
  while (start < shortest && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shortest - start &&
    one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end)
  )
    end++;
  const [a, b] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const longest = Math.max(a.length, b.length);
  if (longest <= 1) return longest;
  if (limit <= 1) return longest === 2 && a[0] === b[1] && a[1] === b[0] ? 1 : limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}
