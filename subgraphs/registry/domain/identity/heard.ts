/** How loudly one pair speaks in the average of a group. */

/** One pair can speak for or against a group only so loudly. */
const LOUDEST = 30;

/** The weight of one pair as it counts in the average of a group. */
export function heard(weight: number): number {
  return Math.max(-LOUDEST, Math.min(LOUDEST, weight));
}
