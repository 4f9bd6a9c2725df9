/** Two registrations that may be one person, and that nobody has decided on. A view. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Evidence, Gate } from "../domain/identity/index.ts";

@Entity("possible_duplicate")
export class PossibleDuplicateRow {
  /** The id of the decision by which the question was asked. */
  @PrimaryColumn("uuid")
  id: string;

  @Column({ type: "timestamptz", precision: 3 })
  askedAt: Date;

  @Column("uuid")
  oneId: string;

  @Column("uuid")
  otherId: string;

  @Column("text")
  oneOrganisation: string;

  @Column("text")
  otherOrganisation: string;

  @Column("real")
  weight: number;

  @Column("real")
  probability: number;

  @Column("jsonb")
  evidence: Evidence[];

  @Column("text", { array: true })
  gates: Gate[];
}
