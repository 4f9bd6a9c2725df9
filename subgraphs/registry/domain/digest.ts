/** The lines of the daily digest. */

export enum DigestKind {
  REFERRALS_RECEIVED = "REFERRALS_RECEIVED",
  REFERRALS_TO_ANSWER = "REFERRALS_TO_ANSWER",
  REFERRALS_LATE = "REFERRALS_LATE",
  SENT_REFERRALS_MOVED = "SENT_REFERRALS_MOVED",
  SENT_REFERRALS_LATE = "SENT_REFERRALS_LATE",
  STEPS_DUE = "STEPS_DUE",
  STEPS_LATE = "STEPS_LATE",
  SUPPORT_OVERDUE = "SUPPORT_OVERDUE",
}

const ABOUT_PEOPLE: readonly DigestKind[] = [
  DigestKind.STEPS_DUE,
  DigestKind.STEPS_LATE,
  DigestKind.SUPPORT_OVERDUE,
];

/** Whether a line is about people; the others are about referrals. */
export function isAboutPeople(kind: DigestKind): boolean {
  return ABOUT_PEOPLE.includes(kind);
}
