/** Assess the risk of an incident: could it cause serious injury to those concerned? */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { INCIDENT_MOVES, IncidentState } from "../domain/incident.ts";
import { IncidentRow } from "../store/incident.row.ts";
import { IncidentInput } from "./incident-input.ts";

@InputType({ description: "The assessment of an incident." })
export class IncidentAssessInput extends IncidentInput {
  @Field(() => Boolean, { description: "Whether there is a risk of serious injury." })
  serious: boolean;

  @Field(() => String, {
    description:
      "What led to this: how sensitive the information is, what may come of it, how likely that is. At most 4,000 characters.",
  })
  @IsNotEmpty()
  @MaxLength(4000)
  assessment: string;
}

export const incidentAssess = defineAction<IncidentAssessInput, IncidentRow>({
  name: "incidentAssess",
  roles: ["COORDINATOR"],
  row: IncidentRow,
  async apply({ incidentId, serious, assessment }, { find, save, today }) {
    const incident = await find(IncidentRow, incidentId, "incidentId");
    const state = move(INCIDENT_MOVES, incident.state, IncidentState.ASSESSED, "incidentId");
    return save(IncidentRow, { ...incident, state, serious, assessment, assessedOn: today });
  },
});
