/** Record an assessment: what a professional finds of a step of the stage where the person stands. */
import { IsEnum, IsOptional, Length } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import type { Role } from "../../../platform/passport.ts";
import { StageStep, Verdict } from "../domain/stage-step.ts";
import { AssessmentRow } from "../store/assessment.row.ts";
import { findAtStage } from "../store/pathway-work.ts";

/** Those who work with people; a system assesses nobody. */
export const PROFESSIONALS: readonly Role[] = ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL"];

@InputType({ description: "What you find of a step of the stage where the person stands." })
export class AssessmentRecordInput extends ChangeInput {
  @Field(() => ID, { description: "The person." })
  candidateId: string;

  @Field(() => StageStep, { description: "Of which step: one of the stage's (`Stage.steps`)." })
  @IsEnum(StageStep)
  step: StageStep;

  @Field(() => Verdict, { description: "What you find." })
  @IsEnum(Verdict)
  verdict: Verdict;

  @Field(() => String, {
    nullable: true,
    description: "Words for other professionals, at most 2,000 characters; not shown to the person.",
  })
  @IsOptional()
  @Length(1, 2000)
  note?: string | null;
}

export const assessmentRecord = defineAction<AssessmentRecordInput, AssessmentRow>({
  name: "assessmentRecord",
  roles: PROFESSIONALS,
  row: AssessmentRow,
  async apply(input, work) {
    const { save, viewer, now } = work;
    const { id: candidateId, stage } = await findAtStage(work, input.candidateId, input.step);
    return save(AssessmentRow, {
      id: uuid(),
      candidateId,
      organisationCode: viewer.organisation,
      assessedBy: viewer.subject,
      assessedAt: now,
      stage,
      step: input.step,
      verdict: input.verdict,
      note: input.note ?? null,
    });
  },
});
