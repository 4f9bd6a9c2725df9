/** What a list of activities can be narrowed by. */
import { Field, InputType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import { ActivityKind, ActivityState } from "../domain/gathering.ts";
import type { ActivityRow } from "../store/activity.row.ts";

@InputType({ description: "Narrows a list of activities; what is not given does not narrow." })
export class PasserelleActivityFilter {
  @Field(() => ActivityKind, { nullable: true, description: "Of this kind." })
  kind?: ActivityKind | null;

  @Field(() => ActivityState, { nullable: true, description: "In this state." })
  state?: ActivityState | null;

  @Field(() => String, { nullable: true, description: "Of this sector: SCIAN/NAICS 2022, two digits." })
  sector?: string | null;
}

export function filterActivities(
  query: SelectQueryBuilder<ActivityRow>,
  filter: PasserelleActivityFilter | null,
): SelectQueryBuilder<ActivityRow> {
  if (filter?.kind) query.andWhere("activity.kind = :kind", { kind: filter.kind });
  if (filter?.state) query.andWhere("activity.state = :state", { state: filter.state });
  if (filter?.sector) query.andWhere("activity.sector = :sector", { sector: filter.sector });
  return query;
}
