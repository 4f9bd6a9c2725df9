/** What a list of welcome cases can be narrowed by. */
import { Field, InputType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import { WelcomeCaseState } from "../domain/welcome-case.ts";
import type { WelcomeCaseRow } from "../store/welcome-case.row.ts";

@InputType({ description: "Narrows a list of welcome cases; what is not given does not narrow." })
export class WelcomeCaseFilter {
  @Field(() => WelcomeCaseState, { nullable: true, description: "In this state." })
  state?: WelcomeCaseState | null;

  @Field(() => String, { nullable: true, description: "In this region, by code." })
  regionCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Followed by this professional, by the subject of their token.",
  })
  assignedTo?: string | null;
}

/** The cases of one partner, narrowed. */
export function filterWelcomeCases(
  query: SelectQueryBuilder<WelcomeCaseRow>,
  tenant: string,
  filter: WelcomeCaseFilter | null,
): SelectQueryBuilder<WelcomeCaseRow> {
  query.where("welcomeCase.tenant = :tenant", { tenant });
  if (filter?.state) query.andWhere("welcomeCase.state = :state", { state: filter.state });
  if (filter?.regionCode)
    query.andWhere("welcomeCase.regionCode = :regionCode", { regionCode: filter.regionCode });
  if (filter?.assignedTo)
    query.andWhere("welcomeCase.assignedTo = :assignedTo", { assignedTo: filter.assignedTo });
  return query;
}
