/** A member of a household, while they belong to it. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ChildAgeGroup, HouseholdRole } from "../domain/household.ts";

@Entity("household_member")
export class HouseholdMemberRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  householdId: string;

  @Column("text")
  role: HouseholdRole;

  /** The registration in the registry: how this subgraph names the person. Children have none. */
  @Column("uuid", { nullable: true })
  registrationId: string | null;

  @Column("text", { nullable: true })
  ageGroup: ChildAgeGroup | null;

  @Column("date")
  joinedOn: string;

  @Column("date", { nullable: true })
  leftOn: string | null;
}
