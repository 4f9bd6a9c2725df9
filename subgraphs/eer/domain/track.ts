/** What a person moves to a region for. Employment is the main way, not the only one. */

export enum EmployabilityTrack {
  EMPLOYMENT = "EMPLOYMENT",
  TRAINING = "TRAINING",
  BUSINESS_START_UP = "BUSINESS_START_UP",
  BUSINESS_TAKEOVER = "BUSINESS_TAKEOVER",
}
