/** Consent as people give it, refuse it, withdraw it; never edited, only followed by a later one. */
import type { Section } from "./section.ts";

/** How a consent was collected. */
export enum CollectedHow {
  IN_PERSON = "IN_PERSON",
  PHONE = "PHONE",
  ONLINE = "ONLINE",
  PAPER = "PAPER",
}

/** Who gave it: a parent gives it for a child under 14 (Act respecting the protection of personal information, s. 4.1). */
export enum GivenBy {
  PERSON = "PERSON",
  PARENT = "PARENT",
}

/** A consent, as the decision reads it: those of the viewer's organisation and of its groups only. */
export interface ConsentFact {
  sections: readonly Section[];
  purpose: string;
  /** False when the person refused. */
  given: boolean;
  /** The first and the last day on which it holds. */
  givenOn: string;
  expiresOn: string;
  recordedAt: Date;
  withdrawnAt: Date | null;
}

export type ConsentState = "NONE" | "GIVEN" | "REFUSED" | "WITHDRAWN" | "EXPIRED";

/** What the person's word comes to today for one section and purpose: the latest word on it counts, and no other. */
export function consentState(
  consents: readonly ConsentFact[],
  section: Section,
  purpose: string,
  today: string,
): ConsentState {
  let latest: ConsentFact | undefined;
  for (const consent of consents) {
    const isAbout =
      consent.purpose === purpose && consent.givenOn <= today && consent.sections.includes(section);
    if (isAbout && !(latest && latest.recordedAt >= consent.recordedAt)) latest = consent;
  }
  if (!latest) return "NONE";
  if (!latest.given) return "REFUSED";
  if (latest.withdrawnAt) return "WITHDRAWN";
  return latest.expiresOn < today ? "EXPIRED" : "GIVEN";
}

/** The purposes that a person can agree to; their own access needs no consent. */
export const CONSENT_PURPOSES = ["SUPPORT", "COORDINATION", "STATISTICS"];

/** The last day that a consent given on a day may hold: three years later. [design] */
export function latestExpiry(givenOn: string): string {
  return `${Number(givenOn.slice(0, 4)) + 3}${givenOn.slice(4)}`.replace("-02-29", "-02-28");
}
