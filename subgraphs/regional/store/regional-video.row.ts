/** A video that shows a region: its reality, its local actors, or the testimony of somebody who settled there. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { RegionalVideoKind } from "../domain/profile.ts";

@Entity("regional_video")
export class RegionalVideoRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("text")
  regionCode: string;

  @Column("text")
  kind: RegionalVideoKind;

  @Column("text")
  titleFr: string;

  @Column("text", { nullable: true })
  titleEn: string | null;

  @Column("text")
  url: string;

  @Column("boolean")
  captioned: boolean;

  /** When whoever speaks in it agreed; null when nobody does. */
  @Column("date", { nullable: true })
  consentedOn: string | null;

  @Column("date")
  publishedOn: string;

  /** Since when it is no longer shown; null while it is. */
  @Column("date", { nullable: true })
  withdrawnOn: string | null;
}
