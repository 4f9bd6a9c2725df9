/** Occupations of the National Occupational Classification (CNP/NOC 2021): five digits, the second is the FEER/TEER. */

export const OCCUPATION_CODE = /^\d[0-5]\d{3}$/;

/** The training, education, experience and responsibilities category of an occupation: 0 (management) to 5 (short demonstration). */
export function teer(occupation: string): number {
  return Number(occupation.charAt(1));
}

/** How close two occupations are, from 0 (nothing in common) to 1 (the same), by the digits of the classification they share. */
export function occupationProximity(one: string, other: string): number {
  if (one === other) return 1;
  const [broad, , major, minor] = one;
  if (broad !== other[0]) return 0;
  if (major !== other[2]) return 0.25;
  return minor === other[3] ? 0.75 : 0.5;
}
