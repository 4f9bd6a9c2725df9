/** A disclosure of one section by the person it was of, under whatever candidate they were known then. A view. */
import { Column, Entity } from "typeorm";
import type { AccessBasis, AccessStatus } from "../domain/access.ts";
import type { Section } from "../domain/section.ts";
import { DisclosureColumns } from "./disclosure.row.ts";

@Entity("disclosure_of")
export class DisclosureOfRow extends DisclosureColumns {
  @Column("text")
  section: Section;

  @Column("text")
  status: AccessStatus;

  /** What opened the section; null when it was withheld. */
  @Column("text", { nullable: true })
  basis: AccessBasis | null;
}
