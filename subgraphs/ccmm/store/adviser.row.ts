/** An adviser of Talents et diversité. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("adviser")
export class AdviserRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  name: string;

  @Column("date")
  since: string;

  @Column("date", { nullable: true })
  until: string | null;
}
