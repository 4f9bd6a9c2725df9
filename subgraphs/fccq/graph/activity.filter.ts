/** What a list of activities can be narrowed by. */
import { Field, InputType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import { DateScalar } from "../../../platform/scalars.ts";
import { ActivityKind, ActivityMode, ActivityState } from "../domain/activity.ts";
import type { ActivityRow } from "../store/activity.row.ts";

@InputType({ description: "Narrows a list of activities; what is not given does not narrow." })
export class ActivityFilter {
  @Field(() => ActivityState, { nullable: true, description: "In this state." })
  state?: ActivityState | null;

  @Field(() => ActivityKind, { nullable: true, description: "Of this kind." })
  kind?: ActivityKind | null;

  @Field(() => ActivityMode, { nullable: true, description: "In person, or virtual." })
  mode?: ActivityMode | null;

  @Field(() => String, { nullable: true, description: "In this region, by code." })
  regionCode?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "On this day or later." })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "On this day or earlier." })
  to?: string | null;
}

export function filterActivities(
  query: SelectQueryBuilder<ActivityRow>,
  filter: ActivityFilter | null,
): SelectQueryBuilder<ActivityRow> {
  if (filter?.state) query.andWhere("activity.state = :state", { state: filter.state });
  if (filter?.kind) query.andWhere("activity.kind = :kind", { kind: filter.kind });
  if (filter?.mode) query.andWhere("activity.mode = :mode", { mode: filter.mode });
  if (filter?.regionCode)
    query.andWhere("activity.regionCode = :regionCode", { regionCode: filter.regionCode });
  if (filter?.from) query.andWhere("activity.heldOn >= :from", { from: filter.from });
  if (filter?.to) query.andWhere("activity.heldOn <= :to", { to: filter.to });
  return query;
}
