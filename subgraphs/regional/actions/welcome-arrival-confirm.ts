/** Confirm an arrival: the household is in the region, and will be checked on after 3, 6 and 12 months. */
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { WelcomeArea, WelcomeItemState } from "../domain/checklist.ts";
import { checksDue, RetentionOutcome } from "../domain/retention.ts";
import { WELCOME_CASE_MOVES, WelcomeCaseState } from "../domain/welcome-case.ts";
import { RetentionCheckRow } from "../store/retention-check.row.ts";
import { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { pastDay } from "./given-day.ts";
import { ownCase, saveStanding, tick, WelcomeCaseChangeInput } from "./own-case.ts";
import { tellReached } from "./tell-case.ts";

@InputType({ description: "An arrival to confirm." })
export class WelcomeArrivalConfirmInput extends WelcomeCaseChangeInput {
  @Field(() => DateScalar, { nullable: true, description: "When the household arrived; today unless told." })
  arrivedOn?: string | null;
}

export const welcomeArrivalConfirm = defineAction<WelcomeArrivalConfirmInput, WelcomeCaseRow>({
  name: "welcomeArrivalConfirm",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: WelcomeCaseRow,
  async apply(input, work) {
    const welcomeCase = await ownCase(input, work);
    const state = move(WELCOME_CASE_MOVES, welcomeCase.state, WelcomeCaseState.ARRIVED, "caseId");
    const arrivedOn = pastDay(input.arrivedOn, work.today, "arrivedOn");
    await tick(welcomeCase, WelcomeArea.ARRIVAL, WelcomeItemState.DONE, work, { doneOn: arrivedOn });
    await work.manager.insert(
      RetentionCheckRow,
      checksDue(arrivedOn).map(({ months, dueOn }) => ({
        id: uuid(),
        tenant: welcomeCase.tenant,
        caseId: welcomeCase.id,
        months,
        dueOn,
        outcome: RetentionOutcome.PENDING,
      })),
    );
    await tellReached(welcomeCase, welcomeCase.state, state, arrivedOn, work);
    return saveStanding({ ...welcomeCase, state, arrivedOn }, work);
  },
});
