/** What a person agreed to, or refused. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Purpose } from "../../../platform/passport.ts";
import type { CollectedHow, GivenBy } from "../domain/consent.ts";
import type { Section } from "../domain/section.ts";

@Entity("consent")
export class ConsentRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  candidateId: string;

  /** The organisation it is about, by its code; null when it is about a group. */
  @Column("text", { nullable: true })
  recipient: string | null;

  @Column("text", { nullable: true })
  recipientGroup: string | null;

  @Column("text")
  givenBy: GivenBy;

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

  /** The organisation that collected it, by its code; null when the person gave it themselves. */
  @Column("text", { nullable: true })
  collectedFor: string | null;

  @Column("date")
  givenOn: string;

  @Column("date")
  expiresOn: string;

  @Column({ type: "timestamptz", precision: 3 })
  recordedAt: Date;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  withdrawnAt: Date | null;

  @Column("text", { nullable: true })
  withdrawnBy: string | null;
}
