/** Support that a person needs: who saw it, who promised it by when, who gave it. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { StageCode } from "../domain/stage.ts";
import type { StageStep } from "../domain/stage-step.ts";
import type { DropReason, SupportKind, SupportState } from "../domain/support.ts";

@Entity("support_need")
export class SupportNeedRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  candidateId: string;

  @Column("text")
  organisationCode: string;

  @Column("text")
  recordedBy: string;

  @Column({ type: "timestamptz", precision: 3 })
  recordedAt: Date;

  @Column("text")
  stage: StageCode;

  @Column("text")
  step: StageStep;

  @Column("text")
  kind: SupportKind;

  @Column("text", { nullable: true })
  note: string | null;

  @Column("text")
  state: SupportState;

  /** The organisation that promised it. */
  @Column("text", { nullable: true })
  promisedBy: string | null;

  /** By when it was promised; `infinity` while nobody did. */
  @Column("date")
  dueOn: string;

  /** The organisation that gave it. */
  @Column("text", { nullable: true })
  givenBy: string | null;

  @Column("date", { nullable: true })
  givenOn: string | null;

  /** Who said that it was given, or dropped. */
  @Column("text", { nullable: true })
  closedBy: string | null;

  @Column("text", { nullable: true })
  dropReason: DropReason | null;
}
