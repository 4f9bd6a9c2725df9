/** A history by day, put together: the whole, and its parts by what they have in common. */

interface OnDay {
  /** The day, as `2026-11-21`. */
  day: string;
  count: number;
}

/** The whole of a history, one entry a day. @param entries in order of days */
export function wholeOf(entries: readonly OnDay[]): OnDay[] {
  const days: OnDay[] = [];
  for (const { day, count } of entries) {
    const last = days.at(-1);
    if (last?.day === day) last.count += count;
    else days.push({ day, count });
  }
  return days;
}

/** The history of each of `parts`, one entry a day; those without an entry have an empty one. */
export function partsOf<Key extends string, Part extends string>(
  entries: readonly (OnDay & Record<Key, string>)[],
  key: Key,
  parts: readonly Part[],
): Map<Part, OnDay[]> {
  const found = Map.groupBy(entries, (entry): string => entry[key]);
  return new Map(parts.map((part) => [part, wholeOf(found.get(part) ?? [])]));
}
