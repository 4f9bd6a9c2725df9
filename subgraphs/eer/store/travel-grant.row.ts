/** Money for a member of a household to travel to an employer's site. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { TravelGrantState } from "../domain/travel-grant.ts";

@Entity("travel_grant")
export class TravelGrantRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  householdId: string;

  @Column("uuid")
  memberId: string;

  @Column("text")
  employer: string;

  @Column("text")
  regionCode: string;

  @Column("text")
  city: string;

  @Column("date")
  travelsOn: string;

  /** In cents of Canadian dollars. */
  @Column("integer")
  amountCents: number;

  @Column("text")
  state: TravelGrantState;

  @Column("date")
  requestedOn: string;

  @Column("date", { nullable: true })
  decidedOn: string | null;

  @Column("text", { nullable: true })
  decidedBy: string | null;

  @Column("text", { nullable: true })
  decisionReason: string | null;

  @Column("date", { nullable: true })
  paidOn: string | null;
}
