/** FCCQ's network of businesses, as it stands on a day. */

export interface Network {
  /** The day, as `2026-11-21`. */
  asOf: string;
}

/** The network of an organisation on a day; null for any organisation but FCCQ. */
export function networkOf(organisation: string, day: string): Network | null {
  return organisation === "fccq" ? { asOf: day } : null;
}
