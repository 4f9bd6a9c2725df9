/** A means by which EER supports a member of a household. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { HouseholdSupportKind } from "../domain/need.ts";

@Entity("household_support")
export class HouseholdSupportRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  memberId: string;

  @Column("uuid", { nullable: true })
  needId: string | null;

  @Column("text")
  kind: HouseholdSupportKind;

  /** In cents of Canadian dollars; 0 for support that costs nothing. */
  @Column("integer")
  amountCents: number;

  @Column("text", { nullable: true })
  note: string | null;

  @Column("date")
  givenOn: string;

  @Column("text")
  givenBy: string;
}
