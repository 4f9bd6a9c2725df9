/** What EER does with one person towards employment: one file per registration. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { EmployabilityTrack } from "../domain/track.ts";

@Entity("employability_file")
export class EmployabilityFileRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  registrationId: string;

  @Column("text")
  track: EmployabilityTrack;

  @Column("date")
  trackSince: string;

  @Column("date")
  openedOn: string;
}
