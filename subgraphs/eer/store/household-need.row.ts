/** What a member of a household needs. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { HouseholdNeedKind, HouseholdNeedState } from "../domain/need.ts";

@Entity("household_need")
export class HouseholdNeedRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  memberId: string;

  @Column("text")
  kind: HouseholdNeedKind;

  @Column("text", { nullable: true })
  description: string | null;

  @Column("text")
  state: HouseholdNeedState;

  @Column("date")
  recordedOn: string;

  @Column("date", { nullable: true })
  closedOn: string | null;
}
