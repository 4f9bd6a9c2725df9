/** Cancel a call before it is made. */
import { defineAction } from "../../../platform/action.ts";
import { CallState } from "../domain/call.ts";
import { AdviserCallRow } from "../store/adviser-call.row.ts";
import { settle, type PasserelleCallSettleInput } from "./call-settle.ts";

export const callCancel = defineAction<PasserelleCallSettleInput, AdviserCallRow>({
  name: "passerelleCallCancel",
  roles: ["ADVISER", "SYSTEM"],
  row: AdviserCallRow,
  apply: (input, work) => settle(input, CallState.CANCELLED, work),
});
