/** Something that a partner arranged for a household. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { WelcomeStepKind } from "../domain/step.ts";

@Entity("welcome_step")
export class WelcomeStepRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  caseId: string;

  @Column("text")
  kind: WelcomeStepKind;

  @Column("date")
  happenedOn: string;

  /** How many of the household it is for. */
  @Column("smallint")
  people: number;

  /** The school, the town, the organisation. */
  @Column("text", { nullable: true })
  place: string | null;

  @Column("text", { nullable: true })
  note: string | null;

  @Column("text")
  recordedBy: string;
}
