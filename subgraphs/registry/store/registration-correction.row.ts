/** What an organisation declares of a person from a day on, in the place of what it declared before. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DeclaredColumns } from "./declared.columns.ts";

@Entity("registration_correction")
export class RegistrationCorrectionRow extends DeclaredColumns {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  registrationId: string;

  @Column("date")
  declaredOn: string;

  @Column({ type: "timestamptz", precision: 3 })
  recordedAt: Date;

  @Column("text")
  recordedBy: string;
}
