/** An administrative region. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("region")
export class RegionRow {
  @PrimaryColumn("text")
  code: string;

  @Column("text")
  name: string;
}
