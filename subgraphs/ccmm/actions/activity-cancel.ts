/** Cancel an activity before it is held. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { ACTIVITY_MOVES, ActivityState } from "../domain/gathering.ts";
import { ActivityRow } from "../store/activity.row.ts";

@InputType({ description: "An activity to cancel." })
export class PasserelleActivityCancelInput extends ChangeInput {
  @Field(() => ID, { description: "The activity, which is planned." })
  activityId: string;
}

export const activityCancel = defineAction<PasserelleActivityCancelInput, ActivityRow>({
  name: "passerelleActivityCancel",
  roles: ["ADVISER", "SYSTEM"],
  row: ActivityRow,
  async apply(input, { find, save }) {
    const activity = await find(ActivityRow, input.activityId, "activityId");
    const state = move(ACTIVITY_MOVES, activity.state, ActivityState.CANCELLED, "activityId");
    return save(ActivityRow, { ...activity, state });
  },
});
