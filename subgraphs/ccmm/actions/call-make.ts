/** Record that a call was made: the person goes on to the welcome and the training. */
import { defineAction } from "../../../platform/action.ts";
import { CallState } from "../domain/call.ts";
import { Step } from "../domain/step.ts";
import { AdviserCallRow } from "../store/adviser-call.row.ts";
import { settle, type PasserelleCallSettleInput } from "./call-settle.ts";
import { advance, openFileOf } from "./files.ts";

export const callMake = defineAction<PasserelleCallSettleInput, AdviserCallRow>({
  name: "passerelleCallMake",
  roles: ["ADVISER"],
  row: AdviserCallRow,
  async apply(input, work) {
    const call = await settle(input, CallState.MADE, work);
    const file = await openFileOf(work, call.registrationId, "callId");
    await advance(work, file, Step.ADVISER_CALL, Step.WELCOME_AND_VIDEO);
    return call;
  },
});
