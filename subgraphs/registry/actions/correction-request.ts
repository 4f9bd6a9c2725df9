/** Ask for a correction: one task for each organisation that holds what is wrong, with thirty days to answer. */
import { IsEnum, IsNotEmpty, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, dayInQuebec, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { CORRECTION_DAYS, CorrectionState, CorrectionTaskState, holds } from "../domain/correction.ts";
import { Section } from "../domain/section.ts";
import { findOwnOrInCircle } from "../store/circle.ts";
import { holdersOf } from "../store/corrections.ts";
import { CorrectionTaskRow } from "../store/correction-task.row.ts";
import { CorrectionRow } from "../store/correction.row.ts";

@InputType({ description: "Something in a file that is wrong." })
export class CorrectionRequestInput extends ChangeInput {
  @Field(() => ID, { description: "The person." })
  candidateId: string;

  @Field(() => Section, { description: "The section in which it stands." })
  @IsEnum(Section)
  section: Section;

  @Field(() => String, { description: "What is wrong, at most 2,000 characters." })
  @IsNotEmpty()
  @MaxLength(2000)
  wrong: string;

  @Field(() => String, { description: "What it should be, at most 2,000 characters." })
  @IsNotEmpty()
  @MaxLength(2000)
  shouldBe: string;
}

export const correctionRequest = defineAction<CorrectionRequestInput, CorrectionRow>({
  name: "correctionRequest",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL", "CANDIDATE"],
  row: CorrectionRow,
  async apply({ candidateId, section, wrong, shouldBe }, work) {
    const { save, manager, viewer, now } = work;
    const candidate = await findOwnOrInCircle(work, candidateId, "candidateId");
    const holders = (await holdersOf(manager, candidate.id)).filter(({ subgraph }) =>
      holds(section, subgraph),
    );
    if (holders.length === 0)
      throw new Refusal(
        "WRONG_STATE",
        "No organisation that knows the person keeps this section.",
        "section",
      );
    const correction = await save(CorrectionRow, {
      id: uuid(),
      candidateId: candidate.id,
      section,
      wrong,
      shouldBe,
      requestedAt: now,
      requestedBy: viewer.subject,
      requestedFor: viewer.roles.includes("CANDIDATE") ? null : viewer.organisation,
      dueOn: dayInQuebec(new Date(now.getTime() + CORRECTION_DAYS * 86_400_000)),
      state: CorrectionState.OPEN,
      closedAt: null,
    });
    for (const { organisationCode } of holders) {
      await save(CorrectionTaskRow, {
        id: uuid(),
        correctionId: correction.id,
        organisationCode,
        state: CorrectionTaskState.OPEN,
        answeredOn: null,
        answeredAt: null,
        answeredBy: null,
        reason: null,
      });
    }
    return correction;
  },
});
