/** A person still abroad, referred by MIFI. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PreDepartureCloseReason, PreDepartureState } from "../domain/pre-departure.ts";

@Entity("pre_departure_case")
export class PreDepartureCaseRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  registrationId: string;

  @Column("text")
  state: PreDepartureState;

  @Column("date")
  receivedOn: string;

  @Column("boolean")
  csqHeld: boolean;

  /** ISO 3166-1, two letters. */
  @Column("text")
  country: string;

  /** As far as the person knows it: a year, a month or a day. */
  @Column("text", { nullable: true })
  expectedArrival: string | null;

  @Column("text", { array: true })
  regionCodes: string[];

  @Column("uuid", { nullable: true })
  counsellorId: string | null;

  @Column("date", { nullable: true })
  arrivedOn: string | null;

  @Column("date", { nullable: true })
  closedOn: string | null;

  @Column("text", { nullable: true })
  closeReason: PreDepartureCloseReason | null;
}
