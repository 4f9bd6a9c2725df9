/** Record that the parties met elsewhere than in a virtual room: at an activity, at the workplace. */
import { defineAction } from "../../../platform/action.ts";
import { MatchState } from "../domain/match.ts";
import { MatchRow } from "../store/match.row.ts";
import { decide, type MatchDecisionInput } from "./match-decide.ts";

export const matchMeet = defineAction<MatchDecisionInput, MatchRow>({
  name: "matchMeet",
  roles: ["OFFICER"],
  row: MatchRow,
  apply: (input, work) => decide(input, MatchState.INTERVIEWED, work),
});
