/** A household: what EER counts. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { HouseholdCloseReason, HouseholdSource, HouseholdState } from "../domain/household.ts";
import { EmployabilityTrack } from "../domain/track.ts";

@Entity("household")
export class HouseholdRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("date")
  openedOn: string;

  /** The track of its principal, kept here because households are counted by it. */
  @Column("text")
  track: EmployabilityTrack;

  @Column("text")
  source: HouseholdSource;

  @Column("uuid", { nullable: true })
  outreachEventId: string | null;

  @Column("text")
  state: HouseholdState;

  @Column("date", { nullable: true })
  closedOn: string | null;

  @Column("text", { nullable: true })
  closeReason: HouseholdCloseReason | null;
}
