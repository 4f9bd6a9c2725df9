/** Cancel a welcome case: the household does not come, and its place is free again. */
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { WELCOME_CASE_MOVES, WelcomeCancelReason, WelcomeCaseState } from "../domain/welcome-case.ts";
import { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { ownCase, WelcomeCaseChangeInput } from "./own-case.ts";
import { giveBackPlace } from "./place.ts";

@InputType({ description: "A welcome case to cancel." })
export class WelcomeCaseCancelInput extends WelcomeCaseChangeInput {
  @Field(() => WelcomeCancelReason, { description: "Why the household does not come." })
  reason: WelcomeCancelReason;
}

export const welcomeCaseCancel = defineAction<WelcomeCaseCancelInput, WelcomeCaseRow>({
  name: "welcomeCaseCancel",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: WelcomeCaseRow,
  async apply(input, work) {
    const welcomeCase = await ownCase(input, work);
    const state = move(WELCOME_CASE_MOVES, welcomeCase.state, WelcomeCaseState.CANCELLED, "caseId");
    await giveBackPlace(welcomeCase, work);
    return work.save(WelcomeCaseRow, {
      ...welcomeCase,
      state,
      expectedOn: null,
      capacityId: null,
      cancelledOn: work.today,
      cancelReason: input.reason,
    });
  },
});
