/** How a person came to an organisation's door. */
export enum EntryDoor {
  WEBSITE = "WEBSITE",
  WALK_IN = "WALK_IN",
  PHONE = "PHONE",
  FAIR = "FAIR",
  WEBINAR = "WEBINAR",
  REFERRAL = "REFERRAL",
  PRE_DEPARTURE = "PRE_DEPARTURE",
}
