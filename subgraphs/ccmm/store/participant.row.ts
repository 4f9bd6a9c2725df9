/** A person registered with Passerelle sectorielle: the questionnaire, the pitch, and where they stand. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Status } from "../domain/status.ts";
import { ClosingReason, Step } from "../domain/step.ts";

@Entity("participant")
export class ParticipantRow {
  @PrimaryColumn("uuid")
  registrationId: string;

  @Column("uuid")
  id: string;

  @Column("date")
  registeredOn: string;

  @Column("text")
  status: Status;

  /** The first three characters of the postal code. */
  @Column("text")
  postalArea: string;

  /** SCIAN/NAICS 2022, two digits. */
  @Column("text")
  sector: string;

  /** CNP/NOC 2021, five digits. */
  @Column("text")
  occupation: string;

  @Column("text", { array: true })
  skills: string[];

  @Column("smallint")
  experienceYears: number;

  /** When the questionnaire was last answered. */
  @Column("date")
  answeredOn: string;

  /** Since when the person lets themselves be paired with employers; null while it is off, as it is at first. */
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  pairingSince: Date | null;

  @Column("text", { nullable: true })
  pitch: string | null;

  @Column("date", { nullable: true })
  pitchWrittenOn: string | null;

  /** The adviser of the last call scheduled. */
  @Column("uuid", { nullable: true })
  adviserId: string | null;

  @Column("text")
  step: Step;

  @Column("date")
  stepSince: string;

  @Column("date", { nullable: true })
  closedOn: string | null;

  @Column("text", { nullable: true })
  closingReason: ClosingReason | null;

  /** Where the person moved to, when that is why the file is closed. */
  @Column("text", { nullable: true })
  regionCode: string | null;
}
