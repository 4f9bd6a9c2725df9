/** Change one area of the settlement checklist by hand. */
import { Field, InputType } from "type-graphql";
import type { Work } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { TICKED_BY_EVENT, WelcomeArea, type WelcomeItemState } from "../domain/checklist.ts";
import type { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { ownCaseUnderWay, saveStanding, tick, WelcomeCaseChangeInput } from "./own-case.ts";

@InputType()
export abstract class WelcomeItemChangeInput extends WelcomeCaseChangeInput {
  @Field(() => WelcomeArea, { description: "The area; contact and arrival are ticked by their own events." })
  area: WelcomeArea;
}

/** The case with the area moved to `to`, settled when that was the last, or unsettled again. */
export async function changeItem(
  input: WelcomeItemChangeInput,
  to: WelcomeItemState,
  work: Work,
  done: { doneOn: string; note?: string | null | undefined },
): Promise<WelcomeCaseRow> {
  const welcomeCase = await ownCaseUnderWay(input, work);
  if (TICKED_BY_EVENT.includes(input.area)) {
    throw new Refusal(
      "WRONG_STATE",
      "Contact and arrival are ticked by welcomeContactConfirm and welcomeArrivalConfirm.",
      "area",
    );
  }
  await tick(welcomeCase, input.area, to, work, done);
  return saveStanding(welcomeCase, work);
}
