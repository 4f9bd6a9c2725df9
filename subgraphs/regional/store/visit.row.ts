/** A visit to a community during an exploratory trip. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { RegionalVisitState } from "../domain/visit.ts";

@Entity("visit")
export class VisitRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("text")
  regionCode: string;

  @Column("text")
  city: string;

  @Column("text")
  title: string;

  /** Null when the partner receives the visitors itself. */
  @Column("uuid", { nullable: true })
  hostId: string | null;

  @Column("text")
  state: RegionalVisitState;

  @Column("date")
  plannedOn: string;

  @Column("date", { nullable: true })
  heldOn: string | null;

  /** How many people were received; null until the visit was held. */
  @Column("smallint", { nullable: true })
  received: number | null;

  @Column("text", { nullable: true })
  cancelReason: string | null;
}
