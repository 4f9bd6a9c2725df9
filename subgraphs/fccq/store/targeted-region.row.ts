/** A region that the programme targets, and since when. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("targeted_region")
export class TargetedRegionRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  regionCode: string;

  @Column("date")
  since: string;

  @Column("date", { nullable: true })
  until: string | null;
}
