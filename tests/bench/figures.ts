/** The figures of a benchmark, from what was measured: percentiles, medians, and ratios of what was measured side by side. */

/** A ratio over several rounds: its median, with the smallest and the largest. */
export interface Ratio {
  median: number;
  min: number;
  max: number;
}

/** The value below or at which `share` (0 to 1) of `values` lie (nearest rank); NaN when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle value, or the mean of the two in the middle; NaN when there are none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/**
 * The ratio `above[i] / below[i]` over the rounds i: what happened to the machine in one round happened to both, so
 * it stays out of the ratio. Rounds without a figure on both sides are left out.
 * @throws {RangeError} when the two do not have as many rounds.
 */
export function pairedRatio(above: readonly number[], below: readonly number[]): Ratio {
  if (above.length !== below.length)
    throw new RangeError(`${above.length} rounds cannot be paired with ${below.length}.`);
  const ratios = above
    .map((value, round) => value / (below[round] ?? Number.NaN))
    .filter((ratio) => Number.isFinite(ratio));
  return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) };
}

/** `value` with three significant digits, as a number; `null` where there is none. */
export function rounded(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : null;
}
