/** Somebody of the community, or a local organisation, who receives visitors. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { VisitHostKind } from "../domain/visit.ts";

@Entity("visit_host")
export class VisitHostRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("text")
  regionCode: string;

  @Column("text")
  city: string;

  @Column("text")
  kind: VisitHostKind;

  /** Who they are in the community, without their name. */
  @Column("text")
  presentation: string;

  /** Of a person only while they agree to be named: without their consent it is not kept. */
  @Column("text", { nullable: true })
  name: string | null;

  /** When a person agreed to be named. */
  @Column("date", { nullable: true })
  namedSince: string | null;

  @Column("date")
  since: string;

  @Column("date", { nullable: true })
  until: string | null;
}
