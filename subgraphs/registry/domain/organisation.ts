/** The organisations of the alliance and what each is mandated to do. */

export enum Mandate {
  PRE_DEPARTURE_REFERRAL = "PRE_DEPARTURE_REFERRAL",
  EMPLOYABILITY = "EMPLOYABILITY",
  MATCHING = "MATCHING",
  RELOCATION = "RELOCATION",
  PASSERELLE = "PASSERELLE",
  WELCOME = "WELCOME",
  COORDINATION = "COORDINATION",
}

/** The subgraph that holds what is done under each mandate; null when the hub does not hold it. */
export const HOLDER_OF_MANDATE = {
  PRE_DEPARTURE_REFERRAL: null,
  EMPLOYABILITY: "eer",
  MATCHING: "fccq",
  RELOCATION: "eer",
  PASSERELLE: "ccmm",
  WELCOME: "regional",
  COORDINATION: "registry",
} as const satisfies Record<Mandate, string | null>;

/** What stands in the place of an organisation when a person logs in for themselves; no organisation may take it. */
export const PERSONS_THEMSELVES = "self";
