/** One organisation's record of a person, as declared there; never rewritten. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { EntryDoor } from "../domain/registration.ts";
import { DeclaredColumns } from "./declared.columns.ts";

@Entity("registration")
export class RegistrationRow extends DeclaredColumns {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  candidateId: string;

  @Column("text")
  organisationCode: string;

  @Column("text")
  organisationReference: string;

  @Column("text")
  entryDoor: EntryDoor;

  @Column("date")
  registeredOn: string;

  @Column({ type: "timestamptz", precision: 3 })
  recordedAt: Date;

  /** When the retention schedule took the declared values away; null while they are kept. */
  @Column("date", { nullable: true })
  anonymisedOn: string | null;

  /** By which it is found among those alike; null until it is keyed. Only the matcher reads them. */
  @Column("text", { array: true, nullable: true, select: false })
  identityKeys?: string[] | null;

  /** The name as the search box reads it, the family first. */
  @Column("text", { nullable: true, select: false })
  searchName?: string | null;

  /** The whole birth date as eight digits, for the search box; null where less is declared. */
  @Column("text", { nullable: true, select: false })
  searchBirth?: string | null;
}
