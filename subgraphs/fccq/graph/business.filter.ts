/** What a list of businesses can be narrowed by. */
import { Field, InputType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import type { BusinessRow } from "../store/business.row.ts";

@InputType({ description: "Narrows a list of businesses; what is not given does not narrow." })
export class BusinessFilter {
  @Field(() => String, { nullable: true, description: "In this region, by code." })
  regionCode?: string | null;

  @Field(() => String, { nullable: true, description: "Of this sector: SCIAN/NAICS 2022, two digits." })
  sector?: string | null;
}

export function filterBusinesses(
  query: SelectQueryBuilder<BusinessRow>,
  filter: BusinessFilter | null,
): SelectQueryBuilder<BusinessRow> {
  if (filter?.regionCode)
    query.andWhere("business.regionCode = :regionCode", { regionCode: filter.regionCode });
  if (filter?.sector) query.andWhere("business.sector = :sector", { sector: filter.sector });
  return query;
}
