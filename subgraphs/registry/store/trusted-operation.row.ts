/** An operation that a partner system may ask, and is held to. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("trusted_operation")
export class TrustedOperationRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  clientId: string;

  @Column("text")
  documentId: string;

  @Column("text")
  label: string;

  @Column("text")
  document: string;

  @Column({ type: "timestamptz", precision: 3 })
  registeredAt: Date;

  @Column("text")
  registeredBy: string;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  retiredAt: Date | null;

  @Column("text", { nullable: true })
  retiredBy: string | null;
}
