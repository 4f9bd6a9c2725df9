/** What a list of positions can be narrowed by. */
import { Field, InputType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import { PositionState } from "../domain/position.ts";
import type { PositionRow } from "../store/position.row.ts";

@InputType({ description: "Narrows a list of positions; what is not given does not narrow." })
export class PositionFilter {
  @Field(() => PositionState, { nullable: true, description: "In this state." })
  state?: PositionState | null;

  @Field(() => String, { nullable: true, description: "In this region, by code." })
  regionCode?: string | null;

  @Field(() => String, { nullable: true, description: "Of this occupation: CNP/NOC 2021, five digits." })
  occupation?: string | null;
}

export function filterPositions(
  query: SelectQueryBuilder<PositionRow>,
  filter: PositionFilter | null,
): SelectQueryBuilder<PositionRow> {
  if (filter?.state) query.andWhere("position.state = :state", { state: filter.state });
  if (filter?.regionCode)
    query.andWhere("position.regionCode = :regionCode", { regionCode: filter.regionCode });
  if (filter?.occupation)
    query.andWhere("position.occupation = :occupation", { occupation: filter.occupation });
  return query;
}
