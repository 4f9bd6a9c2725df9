/** Open a file in an emergency (break-glass): one person, a stated reason, an hour; who is responsible stays so. */
import { IsOptional, Length, Max, Min } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { EMERGENCY_MINUTES } from "../domain/emergency.ts";
import { CandidateRow } from "../store/candidate.row.ts";
import { EmergencyAccessRow } from "../store/emergency-access.row.ts";

@InputType({ description: "A file to open in an emergency." })
export class EmergencyOpenInput extends ChangeInput {
  @Field(() => ID, { description: "The person." })
  candidateId: string;

  @Field(() => String, {
    description: "Why, in 20 to 2,000 characters; the responsible organisation and the person read it.",
  })
  @Length(20, 2000)
  reason: string;

  @Field(() => Int, {
    nullable: true,
    description: "For how many minutes, at most 240; an hour unless told.",
  })
  @IsOptional()
  @Min(5)
  @Max(EMERGENCY_MINUTES.longest)
  minutes?: number | null;
}

export const emergencyOpen = defineAction<EmergencyOpenInput, EmergencyAccessRow>({
  name: "emergencyOpen",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL"],
  row: EmergencyAccessRow,
  async apply(input, { find, save, viewer, now }) {
    const candidate = await find(CandidateRow, input.candidateId, "candidateId");
    const minutes = input.minutes ?? EMERGENCY_MINUTES.usual;
    return save(EmergencyAccessRow, {
      id: uuid(),
      candidateId: candidate.id,
      subject: viewer.subject,
      organisationCode: viewer.organisation,
      toldOrganisation: candidate.responsible,
      reason: input.reason,
      openedAt: now,
      until: new Date(now.getTime() + minutes * 60_000),
      notedAt: null,
      notedBy: null,
    });
  },
});
