/** Pairs worth comparing: those who share a key that is not everybody's. */

/** Two people, by their place in the list; the lower place first. */
export type Pair = readonly [number, number];

export interface CandidateLimits {
  /** A key that more people share is passed over: it says too little. */
  largest: number;
  /** No more pairs than this; the rarest keys are used first. */
  pairs: number;
}

/** All pairs of people that share a key, each once. */
export function candidatePairs(
  keys: readonly (readonly string[])[],
  { largest, pairs: most }: CandidateLimits,
): Pair[] {
  const holders = new Map<string, number[]>();
  keys.forEach((own, person) => {
    for (const key of own) {
      const list = holders.get(key);
      if (list === undefined) holders.set(key, [person]);
      else list.push(person);
    }
  });
  const shared = [...holders.values()].filter(({ length }) => length > 1 && length <= largest);
  shared.sort((a, b) => a.length - b.length);
  const seen = new Set<number>();
  const pairs: Pair[] = [];
  for (const people of shared) {
    for (let i = 0; i < people.length; i++) {
      for (let j = i + 1; j < people.length; j++) {
        const [one = 0, other = 0] = [people[i], people[j]];
        const pair = one * keys.length + other;
        if (seen.has(pair)) continue;
        if (pairs.length >= most) return pairs;
        seen.add(pair);
        pairs.push([one, other]);
      }
    }
  }
  return pairs;
}
