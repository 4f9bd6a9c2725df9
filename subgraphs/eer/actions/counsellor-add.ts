/** Add a counsellor to the organisation's team. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { CounsellorRow } from "../store/counsellor.row.ts";
import { dayOfEvent } from "./days.ts";

@InputType({ description: "A counsellor to add." })
export class CounsellorAddInput extends ChangeInput {
  @Field(() => String, {
    description: "The subject of their token, at most 200 characters: how their caseload is found.",
  })
  @IsNotEmpty()
  @MaxLength(200)
  subject: string;

  @Field(() => String, { description: "Their name, as they sign; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @Field(() => DateScalar, { nullable: true, description: "Since when; today unless told." })
  startedOn?: string | null;
}

export const counsellorAdd = defineAction<CounsellorAddInput, CounsellorRow>({
  name: "counsellorAdd",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: CounsellorRow,
  apply: async (input, { save, viewer, today }) =>
    save(CounsellorRow, {
      id: uuid(),
      tenant: viewer.organisation,
      subject: input.subject,
      name: input.name,
      startedOn: dayOfEvent(input.startedOn, today, "startedOn"),
      endedOn: null,
    }),
});
