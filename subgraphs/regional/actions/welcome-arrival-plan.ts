/** Plan an arrival: the move has a date, and the household holds a place among those of that month. */
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { monthOf } from "../domain/capacity.ts";
import { WELCOME_CASE_MOVES, WelcomeCaseState } from "../domain/welcome-case.ts";
import { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { plannedDay } from "./given-day.ts";
import { ownCase, WelcomeCaseChangeInput } from "./own-case.ts";
import { takePlace } from "./place.ts";

@InputType({ description: "An arrival to plan, or to plan anew." })
export class WelcomeArrivalPlanInput extends WelcomeCaseChangeInput {
  @Field(() => DateScalar, {
    description:
      "When the household is expected: in a month in which a place is left, at most 24 months ahead.",
  })
  expectedOn: string;
}

export const welcomeArrivalPlan = defineAction<WelcomeArrivalPlanInput, WelcomeCaseRow>({
  name: "welcomeArrivalPlan",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: WelcomeCaseRow,
  async apply(input, work) {
    const welcomeCase = await ownCase(input, work);
    const state = move(WELCOME_CASE_MOVES, welcomeCase.state, WelcomeCaseState.EXPECTED, "caseId");
    const expectedOn = plannedDay(input.expectedOn, monthOf(work.today), work.today, "expectedOn");
    const capacityId = await takePlace(welcomeCase, monthOf(expectedOn), work);
    return work.save(WelcomeCaseRow, { ...welcomeCase, state, expectedOn, capacityId });
  },
});
