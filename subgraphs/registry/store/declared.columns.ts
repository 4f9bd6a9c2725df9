/** What an organisation declares of who a person is: the same columns in a registration and in its corrections. */
import { Column } from "typeorm";

export abstract class DeclaredColumns {
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

/** The values that a registration declares and a correction may change, in the order in which people write them. */
export const DECLARED = [
  "givenNames",
  "familyNames",
  "birthDate",
  "email",
  "phone",
  "address",
  "city",
  "postalCode",
  "country",
] as const satisfies readonly (keyof DeclaredColumns)[];
