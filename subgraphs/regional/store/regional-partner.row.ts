/** A regional partner: a tenant of this subgraph. Its name stands in the registry. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("regional_partner")
export class RegionalPartnerRow {
  /** The code of the organisation, as the registry knows it. */
  @PrimaryColumn("text")
  code: string;

  @Column("text")
  city: string;

  @Column("text", { nullable: true })
  website: string | null;
}
