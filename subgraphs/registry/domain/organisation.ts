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
