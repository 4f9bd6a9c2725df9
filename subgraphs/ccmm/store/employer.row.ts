/** An employer that recruits through the programme. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("employer")
export class EmployerRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  name: string;

  /** SCIAN/NAICS 2022, two digits. */
  @Column("text")
  sector: string;

  @Column("text")
  city: string;

  @Column("date")
  joinedOn: string;
}
