/** A named group of organisations, to whom a person can speak in one word. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("organisation_group")
export class OrganisationGroupRow {
  @PrimaryColumn("text")
  code: string;

  @Column("text")
  name: string;
}
