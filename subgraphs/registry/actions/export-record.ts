/** Record that a copy of a person's file is made on their request, before it is made: for what, by whom, when. */
import { Length } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { findInCircle } from "../store/circle.ts";
import { PersonalExportRow } from "../store/personal-export.row.ts";

@InputType({ description: "A copy of a person's file to make on their request." })
export class ExportRecordInput extends ChangeInput {
  @Field(() => ID, { description: "The person." })
  candidateId: string;

  @Field(() => String, {
    description:
      "How the person asked for it, in 10 to 500 characters: a letter of which day, say. They read it.",
  })
  @Length(10, 500)
  reason: string;
}

export const exportRecord = defineAction<ExportRecordInput, PersonalExportRow>({
  name: "exportRecord",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL"],
  row: PersonalExportRow,
  async apply({ candidateId, reason }, work) {
    const candidate = await findInCircle(work, candidateId, "candidateId");
    return work.save(PersonalExportRow, {
      id: uuid(),
      candidateId: candidate.id,
      organisationCode: work.viewer.organisation,
      exportedBy: work.viewer.subject,
      reason,
      exportedAt: work.now,
    });
  },
});
