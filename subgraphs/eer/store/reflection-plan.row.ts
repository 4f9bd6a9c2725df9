/** A plan of reflection and validation. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReflectionPlanState } from "../domain/reflection.ts";

@Entity("reflection_plan")
export class ReflectionPlanRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  registrationId: string;

  @Column("text")
  state: ReflectionPlanState;

  @Column("date")
  openedOn: string;

  @Column("date", { nullable: true })
  closedOn: string | null;

  @Column("text", { nullable: true })
  closedBy: string | null;
}
