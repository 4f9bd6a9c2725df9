/** Confirm that a household arrived in its region. */
import { In } from "typeorm";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { LIVING_THERE, RELOCATION_MOVES, RelocationPlanState } from "../domain/relocation.ts";
import { RelocationPlanRow } from "../store/relocation-plan.row.ts";
import { dayOfEvent } from "./days.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "An arrival to confirm." })
export class RelocationArrivalConfirmInput extends ChangeInput {
  @Field(() => ID, { description: "The plan of the move, which has its day." })
  planId: string;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  arrivedOn?: string | null;
}

export const relocationArrivalConfirm = defineAction<RelocationArrivalConfirmInput, RelocationPlanRow>({
  name: "relocationArrivalConfirm",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: RelocationPlanRow,
  async apply(input, work) {
    const plan = await findOwn(work, RelocationPlanRow, input.planId, "planId");
    const state = move(RELOCATION_MOVES, plan.state, RelocationPlanState.ARRIVED, "planId");
    const elsewhere = { householdId: plan.householdId, state: In([...LIVING_THERE]) };
    if (await work.manager.existsBy(RelocationPlanRow, elsewhere))
      throw new Refusal(
        "WRONG_STATE",
        "The household lives in a region already; record why it left that one first.",
        "planId",
      );
    const arrivedOn = dayOfEvent(input.arrivedOn, work.today, "arrivedOn", plan.openedOn);
    return work.save(RelocationPlanRow, { ...plan, state, arrivedOn });
  },
});
