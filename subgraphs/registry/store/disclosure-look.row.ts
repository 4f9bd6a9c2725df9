/** One look at a file: the disclosures of one request about one person, as one. A view. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Purpose } from "../../../platform/passport.ts";
import type { AccessBasis, AccessStatus } from "../domain/access.ts";
import type { Section } from "../domain/section.ts";

@Entity("disclosure_look")
export class DisclosureLookRow {
  /** The id of its first disclosure. */
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  candidateId: string;

  @Column({ type: "timestamptz", precision: 3 })
  at: Date;

  @Column("uuid")
  requestId: string;

  @Column("text")
  subject: string;

  @Column("text")
  organisation: string;

  @Column("text")
  purpose: Purpose;

  @Column("text", { nullable: true })
  operation: string | null;

  /** What was asked for and what was decided, in no order. */
  @Column("jsonb")
  sections: { section: Section; status: AccessStatus; basis: AccessBasis | null }[];
}
