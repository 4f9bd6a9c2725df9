/** A service that newcomers find in a region. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { RegionalServiceKind } from "../domain/profile.ts";

@Entity("regional_service")
export class RegionalServiceRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("text")
  regionCode: string;

  @Column("text")
  kind: RegionalServiceKind;

  @Column("text")
  name: string;

  @Column("text")
  city: string;

  @Column("text")
  aboutFr: string;

  @Column("text", { nullable: true })
  aboutEn: string | null;

  @Column("text", { nullable: true })
  website: string | null;

  @Column("date")
  addedOn: string;

  /** Since when it is no longer shown; null while it is. */
  @Column("date", { nullable: true })
  withdrawnOn: string | null;
}
