/** Record a step: a partner arranged something for a household. */
import { IsOptional, Length, Max, Min } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType, Int } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { WelcomeStepKind } from "../domain/step.ts";
import { WelcomeStepRow } from "../store/welcome-step.row.ts";
import { pastDay } from "./given-day.ts";
import { ownCaseUnderWay, WelcomeCaseChangeInput } from "./own-case.ts";

@InputType({ description: "Something arranged for a household." })
export class WelcomeStepRecordInput extends WelcomeCaseChangeInput {
  @Field(() => WelcomeStepKind, { description: "What was arranged." })
  kind: WelcomeStepKind;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  happenedOn?: string | null;

  @Field(() => Int, { defaultValue: 1, description: "How many of the household it is for." })
  @Min(1)
  @Max(40)
  people: number;

  @Field(() => String, {
    nullable: true,
    description: "The school, the town, the organisation; at most 200 characters, and no person's name.",
  })
  @IsOptional()
  @Length(1, 200)
  place?: string | null;

  @Field(() => String, { nullable: true, description: "In your words; at most 1,000 characters." })
  @IsOptional()
  @Length(1, 1000)
  note?: string | null;
}

export const welcomeStepRecord = defineAction<WelcomeStepRecordInput, WelcomeStepRow>({
  name: "welcomeStepRecord",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: WelcomeStepRow,
  async apply(input, work) {
    const { id: caseId, tenant, adults, children } = await ownCaseUnderWay(input, work);
    if (input.people > adults + children)
      throw new Refusal("OUT_OF_RANGE", "The household does not have so many people.", "people");
    return work.save(WelcomeStepRow, {
      id: uuid(),
      tenant,
      caseId,
      kind: input.kind,
      happenedOn: pastDay(input.happenedOn, work.today, "happenedOn"),
      people: input.people,
      place: input.place ?? null,
      note: input.note ?? null,
      recordedBy: work.viewer.subject,
    });
  },
});
