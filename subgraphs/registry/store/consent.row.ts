/** What a person agreed to, or refused. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Purpose } from "../../../platform/passport.ts";
import type { CollectedHow } from "../domain/consent.ts";
import type { Section } from "../domain/section.ts";

@Entity("consent")
export class ConsentRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  candidateId: string;

  @Column("text")
  recipient: string;

  @Column("text", { array: true })
  sections: Section[];

  @Column("text")
  purpose: Purpose;

  @Column("boolean")
  given: boolean;

  @Column("text")
  collectedHow: CollectedHow;

  @Column("text")
  collectedBy: string;

  @Column("text")
  collectedFor: string;

  @Column("date")
  givenOn: string;

  @Column("date")
  expiresOn: string;

  @Column({ type: "timestamptz", precision: 3 })
  recordedAt: Date;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  withdrawnAt: Date | null;
}
