/** How a consent was collected. */
export enum CollectedHow {
  IN_PERSON = "IN_PERSON",
  PHONE = "PHONE",
  ONLINE = "ONLINE",
  PAPER = "PAPER",
}
