/** Help in human resources given to a business. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { EmployerSupportTopic } from "../domain/employer-support.ts";

@Entity("employer_support")
export class EmployerSupportRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("uuid")
  businessId: string;

  @Column("text")
  topic: EmployerSupportTopic;

  @Column("date")
  givenOn: string;

  @Column("text")
  note: string;
}
