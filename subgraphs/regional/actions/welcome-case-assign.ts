/** Assign a welcome case: another professional of the partner follows it from now on. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { ownCaseUnderWay, WelcomeCaseChangeInput } from "./own-case.ts";

@InputType({ description: "A welcome case to assign." })
export class WelcomeCaseAssignInput extends WelcomeCaseChangeInput {
  @Field(() => String, {
    description: "The professional of your partner who follows it, by the subject of their token.",
  })
  @IsNotEmpty()
  @MaxLength(200)
  assignedTo: string;
}

export const welcomeCaseAssign = defineAction<WelcomeCaseAssignInput, WelcomeCaseRow>({
  name: "welcomeCaseAssign",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: WelcomeCaseRow,
  async apply(input, work) {
    const welcomeCase = await ownCaseUnderWay(input, work);
    return work.save(WelcomeCaseRow, { ...welcomeCase, assignedTo: input.assignedTo });
  },
});
