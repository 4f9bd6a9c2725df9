/** A person registered with the programme: the profile that matching works with. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("participant")
export class ParticipantRow {
  @PrimaryColumn("uuid")
  registrationId: string;

  @Column("uuid")
  id: string;

  @Column("date")
  registeredOn: string;

  @Column("text")
  occupation: string;

  @Column("text", { array: true })
  skills: string[];

  @Column("smallint")
  experienceYears: number;

  /** Levels on the Québec scale, 1 to 12; null when not known. */
  @Column("smallint", { nullable: true })
  frenchListening: number | null;

  @Column("smallint", { nullable: true })
  frenchSpeaking: number | null;

  @Column("smallint", { nullable: true })
  frenchReading: number | null;

  @Column("smallint", { nullable: true })
  frenchWriting: number | null;

  @Column("text", { array: true })
  targetedRegions: string[];

  /** Since when the person lets their profile be matched; null while it is off, as it is at first. */
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  matchingSince: Date | null;
}
