/** The plan of a household's move to one region. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { RelocationPlanState } from "../domain/relocation.ts";

@Entity("relocation_plan")
export class RelocationPlanRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  householdId: string;

  @Column("text")
  regionCode: string;

  @Column("text", { nullable: true })
  city: string | null;

  /** The organisation over there that is EER's counterpart, by its code. */
  @Column("text", { nullable: true })
  regionalPartner: string | null;

  @Column("text")
  state: RelocationPlanState;

  @Column("date")
  openedOn: string;

  @Column("date", { nullable: true })
  contactConfirmedOn: string | null;

  @Column("date", { nullable: true })
  moveOn: string | null;

  @Column("date", { nullable: true })
  arrivedOn: string | null;

  @Column("date", { nullable: true })
  settledOn: string | null;

  /** When the household left the region again, or gave up the plan. */
  @Column("date", { nullable: true })
  endedOn: string | null;

  @Column("text", { nullable: true })
  endNote: string | null;
}
