/** What a list of outreach events can be narrowed by. */
import { Field, InputType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import { OutreachEventKind, OutreachEventState } from "../domain/outreach.ts";
import type { OutreachEventRow } from "../store/outreach-event.row.ts";

@InputType({ description: "Narrows a list of outreach events; what is not given does not narrow." })
export class OutreachEventFilter {
  @Field(() => OutreachEventState, { nullable: true, description: "In this state." })
  state?: OutreachEventState | null;

  @Field(() => OutreachEventKind, { nullable: true, description: "Of this kind." })
  kind?: OutreachEventKind | null;

  @Field(() => String, { nullable: true, description: "Of this organisation, by code." })
  organisation?: string | null;
}

export function filterOutreachEvents(
  query: SelectQueryBuilder<OutreachEventRow>,
  filter: OutreachEventFilter | null,
): SelectQueryBuilder<OutreachEventRow> {
  if (filter?.state) query.andWhere("event.state = :state", { state: filter.state });
  if (filter?.kind) query.andWhere("event.kind = :kind", { kind: filter.kind });
  if (filter?.organisation)
    query.andWhere("event.tenant = :organisation", { organisation: filter.organisation });
  return query;
}
