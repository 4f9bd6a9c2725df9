/** What a list of recruitment events can be narrowed by. */
import { Field, InputType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import { EventKind, EventState } from "../domain/event.ts";
import type { RecruitmentEventRow } from "../store/recruitment-event.row.ts";

@InputType({ description: "Narrows a list of recruitment events; what is not given does not narrow." })
export class PasserelleEventFilter {
  @Field(() => EventKind, { nullable: true, description: "Of this kind." })
  kind?: EventKind | null;

  @Field(() => EventState, { nullable: true, description: "In this state." })
  state?: EventState | null;

  @Field(() => String, { nullable: true, description: "Of this sector: SCIAN/NAICS 2022, two digits." })
  sector?: string | null;
}

export function filterEvents(
  query: SelectQueryBuilder<RecruitmentEventRow>,
  filter: PasserelleEventFilter | null,
): SelectQueryBuilder<RecruitmentEventRow> {
  if (filter?.kind) query.andWhere("event.kind = :kind", { kind: filter.kind });
  if (filter?.state) query.andWhere("event.state = :state", { state: filter.state });
  if (filter?.sector) query.andWhere("event.sector = :sector", { sector: filter.sector });
  return query;
}
