/** A job position offered by a business. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PositionState } from "../domain/position.ts";

@Entity("position")
export class PositionRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  businessId: string;

  @Column("text")
  title: string;

  /** CNP/NOC 2021, five digits. */
  @Column("text")
  occupation: string;

  @Column("text", { array: true })
  skills: string[];

  @Column("text")
  regionCode: string;

  @Column("text")
  city: string;

  /** Level on the Québec scale, 0 when none is needed. */
  @Column("smallint")
  frenchSpeaking: number;

  @Column("smallint")
  frenchWriting: number;

  @Column("text", { nullable: true })
  otherLanguage: string | null;

  @Column("text", { nullable: true })
  otherLanguageReason: string | null;

  @Column("text")
  state: PositionState;

  @Column("date")
  openedOn: string;

  @Column("date", { nullable: true })
  closedOn: string | null;
}
