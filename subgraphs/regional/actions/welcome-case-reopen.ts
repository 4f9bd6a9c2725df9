/** Reopen a cancelled welcome case: the household comes after all, and is contacted anew. */
import { InputType } from "type-graphql";
import { In } from "typeorm";
import { defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { WelcomeArea, WelcomeItemState } from "../domain/checklist.ts";
import { UNDER_WAY, WELCOME_CASE_MOVES, WelcomeCaseState } from "../domain/welcome-case.ts";
import { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { ownCase, tick, WelcomeCaseChangeInput } from "./own-case.ts";

@InputType({ description: "A cancelled welcome case to reopen." })
export class WelcomeCaseReopenInput extends WelcomeCaseChangeInput {}

export const welcomeCaseReopen = defineAction<WelcomeCaseReopenInput, WelcomeCaseRow>({
  name: "welcomeCaseReopen",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: WelcomeCaseRow,
  async apply(input, work) {
    const welcomeCase = await ownCase(input, work);
    const state = move(WELCOME_CASE_MOVES, welcomeCase.state, WelcomeCaseState.OPENED, "caseId");
    const { registrationId } = welcomeCase;
    if (await work.manager.existsBy(WelcomeCaseRow, { registrationId, state: In([...UNDER_WAY]) }))
      throw new Refusal(
        "CONFLICT",
        "The household has another case under way: work with that one.",
        "caseId",
      );
    if (welcomeCase.contactedOn)
      await tick(welcomeCase, WelcomeArea.CONTACT, WelcomeItemState.TO_DO, work, { doneOn: work.today });
    return work.save(WelcomeCaseRow, {
      ...welcomeCase,
      state,
      contactedOn: null,
      cancelledOn: null,
      cancelReason: null,
    });
  },
});
