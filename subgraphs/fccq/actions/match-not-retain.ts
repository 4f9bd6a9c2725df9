/** Do not retain a match: the employer does not go on. */
import { defineAction } from "../../../platform/action.ts";
import { MatchState } from "../domain/match.ts";
import { MatchRow } from "../store/match.row.ts";
import { decide, type MatchDecisionInput } from "./match-decide.ts";

export const matchNotRetain = defineAction<MatchDecisionInput, MatchRow>({
  name: "matchNotRetain",
  roles: ["OFFICER"],
  row: MatchRow,
  apply: (input, work) => decide(input, MatchState.NOT_RETAINED, work),
});
