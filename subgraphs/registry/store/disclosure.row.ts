/** Who was shown, or denied, which section of whom, for whom and why. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Purpose } from "../../../platform/passport.ts";
import type { AccessBasis, AccessStatus } from "../domain/access.ts";
import type { Section } from "../domain/section.ts";

export abstract class DisclosureColumns {
  @PrimaryColumn("uuid")
  id: string;

  @Column({ type: "timestamptz", precision: 3 })
  at: Date;

  @Column("uuid")
  candidateId: string;

  @Column("text")
  section: Section;

  @Column("text")
  status: AccessStatus;

  /** What opened the section; null when it was withheld. */
  @Column("text", { nullable: true })
  basis: AccessBasis | null;

  @Column("text")
  subject: string;

  @Column("text")
  organisation: string;

  @Column("text")
  purpose: Purpose;

  @Column("text", { nullable: true })
  operation: string | null;

  @Column("uuid")
  requestId: string;
}

@Entity("disclosure")
export class DisclosureRow extends DisclosureColumns {}
