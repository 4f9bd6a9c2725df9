/** Who was shown, or denied, which sections of whom, for whom and why. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Purpose } from "../../../platform/passport.ts";

export abstract class DisclosureColumns {
  @PrimaryColumn("uuid")
  id: string;

  @Column({ type: "timestamptz", precision: 3 })
  at: Date;

  @Column("uuid")
  candidateId: string;

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

/** Of all sections that one request asked of one person: lists in the same order, separated by commas. */
@Entity("disclosure")
export class DisclosureRow extends DisclosureColumns {
  @Column("text")
  section: string;

  @Column("text")
  status: string;

  /** What opened each section, empty for one that was withheld; null when all were. */
  @Column("text", { nullable: true })
  basis: string | null;
}
