/** A person who settled in a region and tells others of it. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { AmbassadorActivity } from "../domain/ambassador.ts";

@Entity("ambassador")
export class AmbassadorRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  registrationId: string;

  @Column("text")
  regionCode: string;

  @Column("text", { array: true })
  activities: AmbassadorActivity[];

  @Column("date")
  since: string;

  @Column("date", { nullable: true })
  until: string | null;
}
