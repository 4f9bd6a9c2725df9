/** The membership of a business in the federation itself. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("corporate_member")
export class CorporateMemberRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  businessId: string;

  @Column("date")
  since: string;

  @Column("date", { nullable: true })
  until: string | null;
}
