/** What a list of calls can be narrowed by. */
import { Field, ID, InputType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import { UUID } from "../../../platform/uuid.ts";
import { CallState } from "../domain/call.ts";
import type { AdviserCallRow } from "../store/adviser-call.row.ts";

@InputType({ description: "Narrows a list of calls; what is not given does not narrow." })
export class PasserelleCallFilter {
  @Field(() => CallState, { nullable: true, description: "In this state." })
  state?: CallState | null;

  @Field(() => ID, { nullable: true, description: "Of this adviser." })
  adviserId?: string | null;
}

export function filterCalls(
  query: SelectQueryBuilder<AdviserCallRow>,
  filter: PasserelleCallFilter | null,
): SelectQueryBuilder<AdviserCallRow> {
  if (filter?.state) query.andWhere("call.state = :state", { state: filter.state });
  // What is no id names nobody: PostgreSQL would refuse the whole list.
  if (filter?.adviserId) {
    query.andWhere(UUID.test(filter.adviserId) ? "call.adviserId = :adviserId" : "false", {
      adviserId: filter.adviserId,
    });
  }
  return query;
}
