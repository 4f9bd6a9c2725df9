/** What a list of retention checks can be narrowed by. */
import { Field, InputType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import { DateScalar } from "../../../platform/scalars.ts";
import { RetentionOutcome } from "../domain/retention.ts";
import type { RetentionCheckRow } from "../store/retention-check.row.ts";

@InputType({ description: "Narrows a list of retention checks; what is not given does not narrow." })
export class RetentionCheckFilter {
  @Field(() => RetentionOutcome, { nullable: true, description: "That found this." })
  outcome?: RetentionOutcome | null;

  @Field(() => DateScalar, { nullable: true, description: "Due on this day or before." })
  dueBy?: string | null;
}

/** The checks of one partner, narrowed. */
export function filterRetentionChecks(
  query: SelectQueryBuilder<RetentionCheckRow>,
  tenant: string,
  filter: RetentionCheckFilter | null,
): SelectQueryBuilder<RetentionCheckRow> {
  query.where("retentionCheck.tenant = :tenant", { tenant });
  if (filter?.outcome) query.andWhere("retentionCheck.outcome = :outcome", { outcome: filter.outcome });
  if (filter?.dueBy) query.andWhere("retentionCheck.dueOn <= :dueBy", { dueBy: filter.dueBy });
  return query;
}
