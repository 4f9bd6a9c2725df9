/** Something that a person says is wrong in their file. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { CorrectionState } from "../domain/correction.ts";
import type { Section } from "../domain/section.ts";

@Entity("correction")
export class CorrectionRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  candidateId: string;

  @Column("text")
  section: Section;

  @Column("text")
  wrong: string;

  @Column("text")
  shouldBe: string;

  @Column({ type: "timestamptz", precision: 3 })
  requestedAt: Date;

  @Column("text")
  requestedBy: string;

  /** The organisation that asked on the person's behalf; null when the person did. */
  @Column("text", { nullable: true })
  requestedFor: string | null;

  @Column("date")
  dueOn: string;

  @Column("text")
  state: CorrectionState;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  closedAt: Date | null;
}
