/** Note that the Commission d'accès à l'information was told of an incident. */
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { IncidentRow } from "../store/incident.row.ts";
import { findToNotify, IncidentInput } from "./incident-input.ts";

@InputType({ description: "The notice to the Commission d'accès à l'information." })
export class IncidentNotifyCommissionInput extends IncidentInput {
  @Field(() => DateScalar, { description: "When it was sent." })
  sentOn: string;
}

export const incidentNotifyCommission = defineAction<IncidentNotifyCommissionInput, IncidentRow>({
  name: "incidentNotifyCommission",
  roles: ["COORDINATOR"],
  row: IncidentRow,
  async apply(input, work) {
    const incident = await findToNotify(work, input, input.sentOn);
    return work.save(IncidentRow, { ...incident, commissionNotifiedOn: input.sentOn });
  },
});
