/** Who takes part in an activity and what it is made of change only until it was held: then it is what it was. */
import { Refusal } from "../../../platform/user-error.ts";
import { ActivityState } from "../domain/activity.ts";

/** @throws {Refusal} `WRONG_STATE` for an activity that was held */
export function refuseOnceHeld(state: ActivityState, field: string): void {
  if (state === ActivityState.HELD)
    throw new Refusal("WRONG_STATE", "This activity was held; it stays as it was.", field);
}
