/** One organisation's record of a person, as declared there; never rewritten. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { EntryDoor } from "../domain/registration.ts";

@Entity("registration")
export class RegistrationRow {
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

  @Column("text", { nullable: true })
  givenNames: string | null;

  @Column("text", { nullable: true })
  familyNames: string | null;

  /** 1987, 1987-05 or 1987-05-21. */
  @Column("text", { nullable: true })
  birthDate: string | null;

  @Column("text", { nullable: true })
  email: string | null;

  @Column("text", { nullable: true })
  phone: string | null;

  @Column("text", { nullable: true })
  address: string | null;

  @Column("text", { nullable: true })
  city: string | null;

  @Column("text", { nullable: true })
  postalCode: string | null;

  /** ISO 3166-1, two letters. */
  @Column("text", { nullable: true })
  country: string | null;
}
