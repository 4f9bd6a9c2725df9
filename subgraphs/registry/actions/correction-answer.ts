/** Answer a correction: an organisation made it, or refuses it and says why; the last answer ends it. */
import { IsIn, IsOptional, Length } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { CorrectionState, CorrectionTaskState, stateOf } from "../domain/correction.ts";
import { CorrectionTaskRow } from "../store/correction-task.row.ts";
import { CorrectionRow } from "../store/correction.row.ts";

@InputType({ description: "An organisation's answer to a correction." })
export class CorrectionAnswerInput extends ChangeInput {
  @Field(() => ID, { description: "The task of your organisation." })
  taskId: string;

  @Field(() => CorrectionTaskState, { description: "DONE or REFUSED." })
  @IsIn([CorrectionTaskState.DONE, CorrectionTaskState.REFUSED])
  answer: CorrectionTaskState;

  @Field(() => DateScalar, { nullable: true, description: "When it was done or refused; today unless told." })
  answeredOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it is refused, as the law allows, at most 2,000 characters; the person reads it.",
  })
  @IsOptional()
  @Length(1, 2000)
  reason?: string | null;
}

export const correctionAnswer = defineAction<CorrectionAnswerInput, CorrectionRow>({
  name: "correctionAnswer",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL", "SYSTEM"],
  row: CorrectionRow,
  async apply(input, { find, save, manager, viewer, now, today }) {
    const own = { organisationCode: viewer.organisation };
    const task = await find(CorrectionTaskRow, input.taskId, "taskId", own);
    if (task.state !== CorrectionTaskState.OPEN)
      throw new Refusal("WRONG_STATE", "Your organisation answered this correction before.", "taskId");
    if (input.answer === CorrectionTaskState.REFUSED && !input.reason)
      throw new Refusal("REQUIRED", "A refusal says why: the person has a right to know.", "reason");
    const answeredOn = input.answeredOn ?? today;
    if (answeredOn > today)
      throw new Refusal(
        "OUT_OF_RANGE",
        "A correction is answered once it was made or refused.",
        "answeredOn",
      );
    // Answers of one correction come in one after the other, so that the last one sees that it is the last.
    const correction = await find(CorrectionRow, task.correctionId, "taskId");
    await save(CorrectionTaskRow, {
      ...task,
      state: input.answer,
      answeredOn,
      answeredAt: now,
      answeredBy: viewer.subject,
      reason: input.reason ?? null,
    });
    const state = stateOf(await manager.findBy(CorrectionTaskRow, { correctionId: correction.id }));
    const closedAt = state === CorrectionState.DONE ? now : null;
    return save(CorrectionRow, { ...correction, state, closedAt });
  },
});
