/** How FCCQ keeps in touch with a person who works in a region. */

export enum WorkerFollowUpChannel {
  TELEPHONE = "TELEPHONE",
  VIDEO = "VIDEO",
  IN_PERSON = "IN_PERSON",
  WRITING = "WRITING",
}
