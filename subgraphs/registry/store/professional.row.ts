/** A person who works for an organisation of the alliance. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("professional")
export class ProfessionalRow {
  @PrimaryColumn("uuid")
  id: string;

  /** The subject of their token. */
  @Column("text")
  subject: string;

  @Column("uuid")
  organisationId: string;

  @Column("text")
  givenName: string;

  @Column("text")
  familyName: string;

  @Column("text", { nullable: true })
  jobTitle: string | null;

  @Column("date")
  since: string;

  @Column("date", { nullable: true })
  until: string | null;
}
