/** Record a confidentiality incident in the register, as the organisation that met it knows it. */
import { IsNotEmpty, Max, MaxLength, Min } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType, Int } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { IncidentState } from "../domain/incident.ts";
import { IncidentRow } from "../store/incident.row.ts";

@InputType({ description: "A confidentiality incident. Nothing in it may name a person concerned." })
export class IncidentRecordInput extends ChangeInput {
  @Field(() => String, {
    description:
      "What personal information is concerned or, if that is not known, why; at most 4,000 characters.",
  })
  @IsNotEmpty()
  @MaxLength(4000)
  information: string;

  @Field(() => String, { description: "What happened, briefly; at most 4,000 characters." })
  @IsNotEmpty()
  @MaxLength(4000)
  circumstances: string;

  @Field(() => DateScalar, { description: "The first day of the period in which it happened." })
  occurredFrom: string;

  @Field(() => DateScalar, { description: "The last day of the period in which it happened." })
  occurredTo: string;

  @Field(() => Boolean, { description: "Whether the period is an estimate." })
  occurredIsApproximate: boolean;

  @Field(() => DateScalar, { description: "When the organisation became aware of it." })
  awareOn: string;

  @Field(() => Int, { description: "How many persons are concerned." })
  @Min(0)
  @Max(10_000_000)
  persons: number;

  @Field(() => Boolean, { description: "Whether their number is an estimate." })
  personsIsApproximate: boolean;
}

export const incidentRecord = defineAction<IncidentRecordInput, IncidentRow>({
  name: "incidentRecord",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL", "COORDINATOR"],
  row: IncidentRow,
  async apply(input, { save, viewer, now, today }) {
    if (input.awareOn > today)
      throw new Refusal("OUT_OF_RANGE", "An incident is recorded once somebody is aware of it.", "awareOn");
    if (input.occurredFrom > input.awareOn)
      throw new Refusal("OUT_OF_RANGE", "An incident begins before anybody is aware of it.", "occurredFrom");
    if (input.occurredTo < input.occurredFrom || input.occurredTo > today)
      throw new Refusal("OUT_OF_RANGE", "The period ends after its first day, and by today.", "occurredTo");
    return save(IncidentRow, {
      id: uuid(),
      organisationCode: viewer.organisation,
      recordedAt: now,
      recordedBy: viewer.subject,
      information: input.information,
      circumstances: input.circumstances,
      occurredFrom: input.occurredFrom,
      occurredTo: input.occurredTo,
      occurredIsApproximate: input.occurredIsApproximate,
      awareOn: input.awareOn,
      persons: input.persons,
      personsIsApproximate: input.personsIsApproximate,
      state: IncidentState.RECORDED,
      ...NOTHING_YET,
    });
  },
});

const NOTHING_YET = {
  serious: null,
  assessment: null,
  assessedOn: null,
  commissionNotifiedOn: null,
  personsNotifiedOn: null,
  publicNotice: null,
  publicNoticeReason: null,
  measures: null,
  closedOn: null,
};
