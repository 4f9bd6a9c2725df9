/** Videos of local actors and testimonies: never published without captions and the consent of everyone who speaks. */

export enum MediaKind {
  LOCAL_ACTOR = "LOCAL_ACTOR",
  TESTIMONY = "TESTIMONY",
}

export enum MediaState {
  RECORDED = "RECORDED",
  PUBLISHED = "PUBLISHED",
  UNPUBLISHED = "UNPUBLISHED",
}

/** What may follow each state. */
export const MEDIA_MOVES: Record<MediaState, readonly MediaState[]> = {
  RECORDED: [MediaState.PUBLISHED],
  PUBLISHED: [MediaState.UNPUBLISHED],
  UNPUBLISHED: [MediaState.PUBLISHED],
};

export enum MediaConsentMethod {
  SIGNED_FORM = "SIGNED_FORM",
  ON_CAMERA = "ON_CAMERA",
}

export interface SpeakerConsent {
  /** The first and the last day of the consent; null while there is none. */
  consentedOn: string | null;
  consentUntil: string | null;
  withdrawnOn: string | null;
}

/** Whether a speaker's consent holds on a day. */
export function consentHolds(
  { consentedOn, consentUntil, withdrawnOn }: SpeakerConsent,
  day: string,
): boolean {
  return (
    consentedOn !== null &&
    consentedOn <= day &&
    (consentUntil === null || day <= consentUntil) &&
    withdrawnOn === null
  );
}

/** What still keeps a video from being published on a day, for a person; empty when nothing does. */
export function obstaclesToPublishing(
  { captionsLink }: { captionsLink: string | null },
  speakers: readonly SpeakerConsent[],
  day: string,
): string[] {
  const missing = speakers.filter((speaker) => !consentHolds(speaker, day)).length;
  return [
    ...(captionsLink === null ? ["it has no captions"] : []),
    ...(speakers.length === 0 ? ["nobody is named as speaking in it"] : []),
    ...(missing > 0 ? [`the consent of ${missing} who speak in it is missing or over`] : []),
  ];
}
