/** A region that EER covers, and since when. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("covered_region")
export class CoveredRegionRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  regionCode: string;

  @Column("date")
  since: string;

  @Column("date", { nullable: true })
  until: string | null;
}
