/** Note that those whom an incident concerns were told of it, each or by public notice. */
import { IsOptional, Length } from "class-validator";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { IncidentRow } from "../store/incident.row.ts";
import { findToNotify, IncidentInput } from "./incident-input.ts";

@InputType({ description: "The notices to the persons concerned." })
export class IncidentNotifyPersonsInput extends IncidentInput {
  @Field(() => DateScalar, { description: "When they were sent." })
  sentOn: string;

  @Field(() => Boolean, { description: "Whether it was told by public notice." })
  publicNotice: boolean;

  @Field(() => String, { nullable: true, description: "Why a public notice was given; needed when it was." })
  @IsOptional()
  @Length(1, 2000)
  publicNoticeReason?: string | null;
}

export const incidentNotifyPersons = defineAction<IncidentNotifyPersonsInput, IncidentRow>({
  name: "incidentNotifyPersons",
  roles: ["COORDINATOR"],
  row: IncidentRow,
  async apply(input, work) {
    const incident = await findToNotify(work, input, input.sentOn);
    if (input.publicNotice && !input.publicNoticeReason)
      throw new Refusal("REQUIRED", "The register says why a public notice was given.", "publicNoticeReason");
    return work.save(IncidentRow, {
      ...incident,
      personsNotifiedOn: input.sentOn,
      publicNotice: input.publicNotice,
      publicNoticeReason: input.publicNotice ? (input.publicNoticeReason ?? null) : null,
    });
  },
});
