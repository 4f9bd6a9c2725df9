/** A region that a household chose, until it chooses another. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("region_choice")
export class RegionChoiceRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  householdId: string;

  @Column("text")
  regionCode: string;

  @Column("text", { nullable: true })
  city: string | null;

  @Column("text", { nullable: true })
  reason: string | null;

  @Column("date")
  chosenOn: string;

  /** The subject of the counsellor who was told. */
  @Column("text")
  chosenWith: string;

  @Column("date", { nullable: true })
  supersededOn: string | null;
}
