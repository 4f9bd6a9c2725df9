/** A chamber of commerce of the federation. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("chamber")
export class ChamberRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  name: string;

  @Column("text")
  regionCode: string;

  @Column("text")
  city: string;

  /** When it joined the federation. */
  @Column("date")
  joinedOn: string;

  /** Its last day in the federation; null while it belongs to it. */
  @Column("date", { nullable: true })
  leftOn: string | null;
}
