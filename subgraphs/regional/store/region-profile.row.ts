/** The local reality of a region, as the partners that cover it describe it. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("region_profile")
export class RegionProfileRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  regionCode: string;

  @Column("text")
  realityFr: string;

  @Column("text", { nullable: true })
  realityEn: string | null;

  /** The partner that wrote last. */
  @Column("text")
  tenant: string;

  @Column({ type: "timestamptz", precision: 3 })
  writtenAt: Date;
}
