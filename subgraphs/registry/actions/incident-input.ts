/** What the changes of an incident have in common. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { IncidentState } from "../domain/incident.ts";
import { IncidentRow } from "../store/incident.row.ts";

@InputType()
export abstract class IncidentInput extends ChangeInput {
  @Field(() => ID, { description: "The incident." })
  incidentId: string;
}

/**
 * The incident, assessed and open, of which a notice was sent on a day.
 * @throws {Refusal} `WRONG_STATE` before it is assessed or after it is closed, `OUT_OF_RANGE` for a day to come.
 */
export async function findToNotify(
  { find, today }: Work,
  { incidentId }: IncidentInput,
  sentOn: string,
): Promise<IncidentRow> {
  const incident = await find(IncidentRow, incidentId, "incidentId");
  if (incident.state !== IncidentState.ASSESSED)
    throw new Refusal(
      "WRONG_STATE",
      "Notices are sent of an incident that is assessed and not closed.",
      "incidentId",
    );
  if (sentOn > today || sentOn < incident.awareOn)
    throw new Refusal(
      "OUT_OF_RANGE",
      "A notice is sent after the incident was noticed, and by today.",
      "sentOn",
    );
  return incident;
}
