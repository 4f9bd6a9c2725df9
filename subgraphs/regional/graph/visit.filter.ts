/** What lists of visits and of hosts can be narrowed by. */
import { Field, InputType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import { RegionalVisitState } from "../domain/visit.ts";
import type { VisitHostRow } from "../store/visit-host.row.ts";
import type { VisitRow } from "../store/visit.row.ts";

@InputType({ description: "Narrows a list of visits; what is not given does not narrow." })
export class RegionalVisitFilter {
  @Field(() => RegionalVisitState, { nullable: true, description: "In this state." })
  state?: RegionalVisitState | null;

  @Field(() => String, { nullable: true, description: "In this region, by code." })
  regionCode?: string | null;

  @Field(() => String, { nullable: true, description: "Organised by this partner, by code." })
  partnerCode?: string | null;
}

@InputType({ description: "Narrows a list of hosts; what is not given does not narrow." })
export class VisitHostFilter {
  @Field(() => String, { nullable: true, description: "In this region, by code." })
  regionCode?: string | null;
}

export function filterVisits(
  query: SelectQueryBuilder<VisitRow>,
  filter: RegionalVisitFilter | null,
): SelectQueryBuilder<VisitRow> {
  if (filter?.state) query.andWhere("visit.state = :state", { state: filter.state });
  if (filter?.regionCode) query.andWhere("visit.regionCode = :regionCode", { regionCode: filter.regionCode });
  if (filter?.partnerCode) query.andWhere("visit.tenant = :tenant", { tenant: filter.partnerCode });
  return query;
}

/** The hosts of one partner, narrowed. */
export function filterHosts(
  query: SelectQueryBuilder<VisitHostRow>,
  tenant: string,
  filter: VisitHostFilter | null,
): SelectQueryBuilder<VisitHostRow> {
  query.where("host.tenant = :tenant", { tenant });
  if (filter?.regionCode) query.andWhere("host.regionCode = :regionCode", { regionCode: filter.regionCode });
  return query;
}
