/** A business of the network: a member of a chamber, or of the federation itself. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("business")
export class BusinessRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  name: string;

  /** SCIAN/NAICS 2022, two digits. */
  @Column("text")
  sector: string;

  @Column("text")
  regionCode: string;

  @Column("text")
  city: string;

  @Column("uuid", { nullable: true })
  chamberId: string | null;

  @Column("date")
  registeredOn: string;
}
