/** One area of the settlement checklist of a case: who did it, and when. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { WelcomeArea, WelcomeItemState } from "../domain/checklist.ts";

@Entity("welcome_item")
export class WelcomeItemRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  caseId: string;

  @Column("text")
  area: WelcomeArea;

  @Column("text")
  state: WelcomeItemState;

  /** The professional who did it or found it not needed, by the subject of their token; null while it is to do. */
  @Column("text", { nullable: true })
  doneBy: string | null;

  @Column("date", { nullable: true })
  doneOn: string | null;

  @Column("text", { nullable: true })
  note: string | null;
}
