/** The places for households in a month, as a regional partner declared them. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("declared_capacity")
export class DeclaredCapacityRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  organisationCode: string;

  @Column("text")
  regionCode: string;

  /** The first day of the month. */
  @Column("date")
  month: string;

  @Column("int")
  offered: number;

  @Column("int")
  reserved: number;

  /** When the partner counted: a declaration that arrives late does not undo a later one. */
  @Column({ type: "timestamptz", precision: 3 })
  countedAt: Date;

  @Column({ type: "timestamptz", precision: 3 })
  declaredAt: Date;

  @Column("text")
  declaredBy: string;
}
