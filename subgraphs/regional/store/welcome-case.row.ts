/** A household that a partner receives, named by the registration of the person. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import {
  WelcomeCancelReason,
  WelcomeCaseState,
  WelcomeDepartureReason,
  WelcomeDestination,
} from "../domain/welcome-case.ts";

@Entity("welcome_case")
export class WelcomeCaseRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  registrationId: string;

  @Column("text")
  regionCode: string;

  @Column("text", { nullable: true })
  city: string | null;

  @Column("smallint")
  adults: number;

  @Column("smallint")
  children: number;

  @Column("text")
  state: WelcomeCaseState;

  /** The professional who follows the case, by the subject of their token. */
  @Column("text")
  assignedTo: string;

  @Column("date")
  openedOn: string;

  @Column("date", { nullable: true })
  contactedOn: string | null;

  @Column("date", { nullable: true })
  expectedOn: string | null;

  /** The place that the household holds from the day its arrival is planned. */
  @Column("uuid", { nullable: true })
  capacityId: string | null;

  @Column("date", { nullable: true })
  arrivedOn: string | null;

  @Column("date", { nullable: true })
  settledOn: string | null;

  @Column("date", { nullable: true })
  leftOn: string | null;

  @Column("text", { nullable: true })
  departureReason: WelcomeDepartureReason | null;

  @Column("text", { nullable: true })
  destination: WelcomeDestination | null;

  @Column("date", { nullable: true })
  cancelledOn: string | null;

  @Column("text", { nullable: true })
  cancelReason: WelcomeCancelReason | null;
}
