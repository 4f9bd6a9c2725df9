/** Complete an area of the settlement checklist: it is done, by whom and when. */
import { IsOptional, Length } from "class-validator";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { WelcomeItemState } from "../domain/checklist.ts";
import { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { pastDay } from "./given-day.ts";
import { changeItem, WelcomeItemChangeInput } from "./welcome-item-change.ts";

@InputType({ description: "An area of the checklist that is done." })
export class WelcomeItemCompleteInput extends WelcomeItemChangeInput {
  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  doneOn?: string | null;

  @Field(() => String, { nullable: true, description: "In your words; at most 1,000 characters." })
  @IsOptional()
  @Length(1, 1000)
  note?: string | null;
}

export const welcomeItemComplete = defineAction<WelcomeItemCompleteInput, WelcomeCaseRow>({
  name: "welcomeItemComplete",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: WelcomeCaseRow,
  apply: async (input, work) =>
    changeItem(input, WelcomeItemState.DONE, work, {
      doneOn: pastDay(input.doneOn, work.today, "doneOn"),
      note: input.note,
    }),
});
