/** Record a need: the support that a person lacks for a step of the stage where they stand. */
import { IsEnum, IsOptional, Length } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { StageStep } from "../domain/stage-step.ts";
import { SupportKind, SupportState } from "../domain/support.ts";
import { findAtStage } from "../store/pathway-work.ts";
import { SupportNeedRow } from "../store/support-need.row.ts";
import { PROFESSIONALS } from "./assessment-record.ts";

@InputType({ description: "Support that the person needs." })
export class SupportNeedRecordInput extends ChangeInput {
  @Field(() => ID, { description: "The person." })
  candidateId: string;

  @Field(() => StageStep, { description: "For which step: one of the stage's (`Stage.steps`)." })
  @IsEnum(StageStep)
  step: StageStep;

  @Field(() => SupportKind, { description: "What is needed." })
  @IsEnum(SupportKind)
  kind: SupportKind;

  @Field(() => String, {
    nullable: true,
    description: "Words for other professionals, at most 2,000 characters; not shown to the person.",
  })
  @IsOptional()
  @Length(1, 2000)
  note?: string | null;
}

export const supportNeedRecord = defineAction<SupportNeedRecordInput, SupportNeedRow>({
  name: "supportNeedRecord",
  roles: PROFESSIONALS,
  row: SupportNeedRow,
  async apply(input, work) {
    const { save, viewer, now } = work;
    const { id: candidateId, stage } = await findAtStage(work, input.candidateId, input.step);
    return save(SupportNeedRow, {
      id: uuid(),
      candidateId,
      organisationCode: viewer.organisation,
      recordedBy: viewer.subject,
      recordedAt: now,
      stage,
      step: input.step,
      kind: input.kind,
      note: input.note ?? null,
      state: SupportState.NEEDED,
      promisedBy: null,
      dueOn: "infinity",
      givenBy: null,
      givenOn: null,
      closedBy: null,
      dropReason: null,
    });
  },
});
