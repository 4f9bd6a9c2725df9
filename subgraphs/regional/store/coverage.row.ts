/** A region that a partner covers, and since when. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("coverage")
export class CoverageRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  partnerCode: string;

  @Column("text")
  regionCode: string;

  @Column("date")
  coversFrom: string;

  /** The last day; null while it lasts. */
  @Column("date", { nullable: true })
  coversUntil: string | null;
}
