/** Record that a call was missed: the person did not answer, and another call can be scheduled. */
import { defineAction } from "../../../platform/action.ts";
import { CallState } from "../domain/call.ts";
import { AdviserCallRow } from "../store/adviser-call.row.ts";
import { settle, type PasserelleCallSettleInput } from "./call-settle.ts";

export const callMiss = defineAction<PasserelleCallSettleInput, AdviserCallRow>({
  name: "passerelleCallMiss",
  roles: ["ADVISER"],
  row: AdviserCallRow,
  apply: (input, work) => settle(input, CallState.MISSED, work),
});
