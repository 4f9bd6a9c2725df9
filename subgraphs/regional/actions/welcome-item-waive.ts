/** Waive an area of the settlement checklist: this household does not need it. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { WelcomeItemState } from "../domain/checklist.ts";
import { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { changeItem, WelcomeItemChangeInput } from "./welcome-item-change.ts";

@InputType({ description: "An area of the checklist that the household does not need." })
export class WelcomeItemWaiveInput extends WelcomeItemChangeInput {
  @Field(() => String, { description: "Why, in words; at most 1,000 characters." })
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

export const welcomeItemWaive = defineAction<WelcomeItemWaiveInput, WelcomeCaseRow>({
  name: "welcomeItemWaive",
  roles: ["PROFESSIONAL"],
  row: WelcomeCaseRow,
  apply: (input, work) =>
    changeItem(input, WelcomeItemState.NOT_NEEDED, work, { doneOn: work.today, note: input.reason }),
});
