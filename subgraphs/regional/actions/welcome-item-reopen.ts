/** Reopen an area of the settlement checklist: it turned out not to be done. */
import { InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { WelcomeItemState } from "../domain/checklist.ts";
import { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { changeItem, WelcomeItemChangeInput } from "./welcome-item-change.ts";

@InputType({ description: "An area of the checklist that is to do again." })
export class WelcomeItemReopenInput extends WelcomeItemChangeInput {}

export const welcomeItemReopen = defineAction<WelcomeItemReopenInput, WelcomeCaseRow>({
  name: "welcomeItemReopen",
  roles: ["PROFESSIONAL"],
  row: WelcomeCaseRow,
  apply: (input, work) => changeItem(input, WelcomeItemState.TO_DO, work, { doneOn: work.today }),
});
