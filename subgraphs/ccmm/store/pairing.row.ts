/** A participant and an employer paired for an event by the matching exercise, and what a person decided since. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PairingState } from "../domain/event.ts";
import type { PairingDemand, PairingProfile, PairingReason } from "../domain/pairing.ts";

@Entity("pairing")
export class PairingRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  eventId: string;

  @Column("uuid")
  registrationId: string;

  @Column("uuid")
  employerId: string;

  @Column("smallint")
  score: number;

  @Column("jsonb")
  reasons: PairingReason[];

  /** The data the score was computed from, as they were. */
  @Column("jsonb")
  inputs: { profile: PairingProfile; demand: PairingDemand };

  @Column({ type: "timestamptz", precision: 3 })
  computedAt: Date;

  @Column("text")
  state: PairingState;

  @Column("text", { nullable: true })
  decidedBy: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column("text", { nullable: true })
  decisionReason: string | null;
}
