/** The places for households that a partner offers in a region in a month, and how many of them are taken. */
import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("welcome_capacity")
export class WelcomeCapacityRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("text")
  regionCode: string;

  /** The first day of the month. */
  @Column("date")
  month: string;

  @Column("smallint")
  offered: number;

  /** One for each household expected, or arrived, on this month's places. */
  @Column("smallint")
  reserved: number;
}
