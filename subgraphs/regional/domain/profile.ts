/** What a region tells of itself: its services and its videos. */

export enum RegionalServiceKind {
  WELCOME = "WELCOME",
  HOUSING = "HOUSING",
  EMPLOYMENT = "EMPLOYMENT",
  FRENCH_COURSES = "FRENCH_COURSES",
  SCHOOL = "SCHOOL",
  CHILD_CARE = "CHILD_CARE",
  HEALTH = "HEALTH",
  TRANSPORT = "TRANSPORT",
  COMMUNITY = "COMMUNITY",
  BUSINESS = "BUSINESS",
}

export enum RegionalVideoKind {
  LOCAL_REALITY = "LOCAL_REALITY",
  LOCAL_ACTOR = "LOCAL_ACTOR",
  TESTIMONY = "TESTIMONY",
}

export interface VideoTerms {
  kind: RegionalVideoKind;
  captioned: boolean;
  /** The day on which whoever speaks agreed; null when nobody was asked. */
  consentedOn: string | null;
}

/**
 * What keeps a video from being shown: it has no captions, or whoever speaks in it did not agree; null when nothing
 * does. Local actors and testimonies always have somebody who speaks.
 */
export function videoObstacle({
  kind,
  captioned,
  consentedOn,
}: VideoTerms): "captioned" | "consentedOn" | null {
  if (!captioned) return "captioned";
  return kind !== RegionalVideoKind.LOCAL_REALITY && consentedOn === null ? "consentedOn" : null;
}

/** Those that are still shown. */
export function shown<Each extends { withdrawnOn: string | null }>(all: readonly Each[]): Each[] {
  return all.filter(({ withdrawnOn }) => withdrawnOn === null);
}
