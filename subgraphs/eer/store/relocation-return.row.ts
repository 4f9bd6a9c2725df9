/** Why a household left a region again. */
import { Column, Entity, PrimaryColumn } from "typeorm";
import { RelocationReturnDestination, RelocationReturnReason } from "../domain/relocation.ts";

@Entity("relocation_return")
export class RelocationReturnRow {
  @PrimaryColumn("uuid")
  id: string;

  @Column("text")
  tenant: string;

  @Column("uuid")
  householdId: string;

  @Column("uuid")
  planId: string;

  @Column("text")
  regionCode: string;

  @Column("date")
  returnedOn: string;

  @Column("text")
  reason: RelocationReturnReason;

  @Column("text", { array: true })
  otherReasons: RelocationReturnReason[];

  @Column("text")
  destination: RelocationReturnDestination;

  @Column("text", { nullable: true })
  note: string | null;

  @Column("text")
  recordedBy: string;
}
