/** How good a grouping is, against the truth. */

export interface GroupingFigures {
  /** Pairs put together. */
  pairs: number;
  truePairs: number;
  precision: number;
  recall: number;
  f1: number;
  /** Bagga and Baldwin 1998: the same, asked of each row and then averaged. */
  bCubed: { precision: number; recall: number; f1: number };
}

/** The figures of `groups` (of each row, any label) against `truth` (the same). */
export function figuresOf(
  groups: readonly (string | number)[],
  truth: readonly (string | number)[],
): GroupingFigures {
  const [found, real, both] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const count = (table: Map<string, number>, key: string) => table.set(key, (table.get(key) ?? 0) + 1);
  groups.forEach((group, row) => {
    count(found, String(group));
    count(real, String(truth[row]));
    count(both, `${group}\t${truth[row]}`);
  });
  const [pairs, truePairs, right] = [pairsIn(found), pairsIn(real), pairsIn(both)];
  let [precise, recalled] = [0, 0];
  for (const [key, size] of both) {
    const [group = "", label = ""] = key.split("\t");
    precise += (size * size) / (found.get(group) ?? size);
    recalled += (size * size) / (real.get(label) ?? size);
  }
  const rows = Math.max(1, groups.length);
  return {
    pairs,
    truePairs,
    ...measures(pairs === 0 ? 1 : right / pairs, truePairs === 0 ? 1 : right / truePairs),
    bCubed: measures(precise / rows, recalled / rows),
  };
}

function measures(precision: number, recall: number) {
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

function pairsIn(sizes: ReadonlyMap<string, number>): number {
  let pairs = 0;
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2;
  return pairs;
}
