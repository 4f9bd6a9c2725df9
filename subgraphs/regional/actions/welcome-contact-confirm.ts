/** Confirm the contact: the partner and the household have spoken. */
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { WelcomeArea, WelcomeItemState } from "../domain/checklist.ts";
import { WELCOME_CASE_MOVES, WelcomeCaseState } from "../domain/welcome-case.ts";
import { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { pastDay } from "./given-day.ts";
import { ownCase, tick, WelcomeCaseChangeInput } from "./own-case.ts";

@InputType({ description: "A contact to confirm." })
export class WelcomeContactConfirmInput extends WelcomeCaseChangeInput {
  @Field(() => DateScalar, { nullable: true, description: "When it was established; today unless told." })
  contactedOn?: string | null;
}

export const welcomeContactConfirm = defineAction<WelcomeContactConfirmInput, WelcomeCaseRow>({
  name: "welcomeContactConfirm",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: WelcomeCaseRow,
  async apply(input, work) {
    const welcomeCase = await ownCase(input, work);
    const state = move(WELCOME_CASE_MOVES, welcomeCase.state, WelcomeCaseState.CONTACTED, "caseId");
    const contactedOn = pastDay(input.contactedOn, work.today, "contactedOn");
    await tick(welcomeCase, WelcomeArea.CONTACT, WelcomeItemState.DONE, work, { doneOn: contactedOn });
    return work.save(WelcomeCaseRow, { ...welcomeCase, state, contactedOn });
  },
});
