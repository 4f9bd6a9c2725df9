/** The regions that EER covers: all but Montréal and Laval, unless the table `covered_region` says otherwise. */

interface Coverage {
  since: string;
  until: string | null;
}

/** Whether a region is covered on a day; null stands for a region that never was. */
export function isCovered(coverage: Coverage | null, day: string): boolean {
  return coverage !== null && coverage.since <= day && (coverage.until === null || day <= coverage.until);
}
