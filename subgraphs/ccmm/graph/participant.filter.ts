/** What a list of participants can be narrowed by. */
import { Field, ID, InputType } from "type-graphql";
import type { SelectQueryBuilder } from "typeorm";
import { UUID } from "../../../platform/uuid.ts";
import { Step } from "../domain/step.ts";
import type { ParticipantRow } from "../store/participant.row.ts";

@InputType({ description: "Narrows a list of participants; what is not given does not narrow." })
export class PasserelleParticipantFilter {
  @Field(() => Step, { nullable: true, description: "At this step." })
  step?: Step | null;

  @Field(() => Boolean, { nullable: true, description: "Whose file is open (true) or closed (false)." })
  open?: boolean | null;

  @Field(() => String, { nullable: true, description: "Of this sector: SCIAN/NAICS 2022, two digits." })
  sector?: string | null;

  @Field(() => ID, { nullable: true, description: "Advised by this adviser." })
  adviserId?: string | null;
}

export function filterParticipants(
  query: SelectQueryBuilder<ParticipantRow>,
  filter: PasserelleParticipantFilter | null,
): SelectQueryBuilder<ParticipantRow> {
  if (filter?.step) query.andWhere("participant.step = :step", { step: filter.step });
  if (filter?.open != null) query.andWhere(`participant.closedOn is ${filter.open ? "null" : "not null"}`);
  if (filter?.sector) query.andWhere("participant.sector = :sector", { sector: filter.sector });
  // What is no id names nobody: PostgreSQL would refuse the whole list.
  if (filter?.adviserId) {
    query.andWhere(UUID.test(filter.adviserId) ? "participant.adviserId = :adviserId" : "false", {
      adviserId: filter.adviserId,
    });
  }
  return query;
}
