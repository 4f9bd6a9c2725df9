/** A name that an organisation had; it appears in older records. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("former_name")
export class FormerNameRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  organisationId: string;

  @Column("text")
  name: string;

  @Column("date", { nullable: true })
  until: string | null;
}
