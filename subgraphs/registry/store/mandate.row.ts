/** What an organisation is mandated to do, where and since when. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Mandate } from "../domain/organisation.ts";

@Entity("mandate")
export class MandateRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  organisationId: string;

  @Column("text")
  mandate: Mandate;

  /** The region it is for; null for all. */
  @Column("text", { nullable: true })
  regionCode: string | null;

  @Column("text", { nullable: true })
  funder: string | null;

  @Column("date", { nullable: true })
  since: string | null;

  @Column("date", { nullable: true })
  until: string | null;
}
