/** Close an incident, with what was done so that it does less harm and does not happen again. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { INCIDENT_MOVES, IncidentState, noticesDue } from "../domain/incident.ts";
import { IncidentRow } from "../store/incident.row.ts";
import { IncidentInput } from "./incident-input.ts";

@InputType({ description: "An incident to close." })
export class IncidentCloseInput extends IncidentInput {
  @Field(() => String, { description: "The measures taken to reduce the risk; at most 4,000 characters." })
  @IsNotEmpty()
  @MaxLength(4000)
  measures: string;
}

export const incidentClose = defineAction<IncidentCloseInput, IncidentRow>({
  name: "incidentClose",
  roles: ["COORDINATOR"],
  row: IncidentRow,
  async apply({ incidentId, measures }, { find, save, today }) {
    const incident = await find(IncidentRow, incidentId, "incidentId");
    const state = move(INCIDENT_MOVES, incident.state, IncidentState.CLOSED, "incidentId");
    const due = noticesDue(incident);
    if (due.length > 0)
      throw new Refusal("WRONG_STATE", `The risk is serious: first tell ${due.join(" and ")}.`, "incidentId");
    return save(IncidentRow, { ...incident, state, measures, closedOn: today });
  },
});
