/** An organisation of the alliance, or one it works with. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Holder } from "../domain/section.ts";

@Entity("organisation")
export class OrganisationRow {
  @PrimaryColumn("uuid")
  id: string;

  /** The short name by which tokens, subgraphs and tenants name it. */
  @Column("text")
  code: string;

  @Column("text")
  name: string;

  /** The subgraph that holds what it knows; null for one whose data the hub does not hold. */
  @Column("text", { nullable: true })
  subgraph: Holder | null;

  @Column("date", { nullable: true })
  since: string | null;
}
