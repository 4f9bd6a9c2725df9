/** What a list of employers can be narrowed by. */
import { Field, InputType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import { TIMES_TO_RETURN } from "../domain/employer.ts";
import type { EmployerRow } from "../store/employer.row.ts";

@InputType({ description: "Narrows a list of employers; what is not given does not narrow." })
export class PasserelleEmployerFilter {
  @Field(() => String, { nullable: true, description: "Of this sector: SCIAN/NAICS 2022, two digits." })
  sector?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Those that came back, present at more than one event (true), or those that did not (false).",
  })
  returning?: boolean | null;
}

const RETURNED = `(select ee.employer_id from event_employer ee where ee.presence = 'PRESENT'
  group by ee.employer_id having count(*) >= ${TIMES_TO_RETURN})`;

export function filterEmployers(
  query: SelectQueryBuilder<EmployerRow>,
  filter: PasserelleEmployerFilter | null,
): SelectQueryBuilder<EmployerRow> {
  if (filter?.sector) query.andWhere("employer.sector = :sector", { sector: filter.sector });
  if (filter?.returning != null)
    query.andWhere(`employer.id ${filter.returning ? "in" : "not in"} ${RETURNED}`);
  return query;
}
