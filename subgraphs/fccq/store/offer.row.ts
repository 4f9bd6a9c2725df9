/** An offer of employment, and the job that came of it. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { OfferState } from "../domain/offer.ts";

@Entity("offer")
export class OfferRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  registrationId: string;

  @Column("uuid")
  positionId: string;

  /** The match that it follows; null when the parties met without one. */
  @Column("uuid", { nullable: true })
  matchId: string | null;

  @Column("text")
  state: OfferState;

  /** The position asks for less than the skill level that the person had then. */
  @Column("boolean")
  belowSkillLevel: boolean;

  @Column("date")
  proposedOn: string;

  /** When it was accepted, refused or withdrawn; null until then. */
  @Column("date", { nullable: true })
  answeredOn: string | null;

  /** Why it was refused or withdrawn. */
  @Column("text", { nullable: true })
  answerReason: string | null;

  /** When the job is agreed to start. */
  @Column("date", { nullable: true })
  startsOn: string | null;

  /** When the person did start. */
  @Column("date", { nullable: true })
  startedOn: string | null;

  /** When the job ended, or when it was known that it would not start. */
  @Column("date", { nullable: true })
  endedOn: string | null;

  @Column("text", { nullable: true })
  endReason: string | null;
}
