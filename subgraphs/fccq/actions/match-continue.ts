/** Leave a match to its parties: the person and the employer continue on their own. */
import { defineAction } from "../../../platform/action.ts";
import { MatchState } from "../domain/match.ts";
import { MatchRow } from "../store/match.row.ts";
import { decide, type MatchDecisionInput } from "./match-decide.ts";

export const matchContinue = defineAction<MatchDecisionInput, MatchRow>({
  name: "matchContinue",
  roles: ["OFFICER"],
  row: MatchRow,
  apply: (input, work) => decide(input, MatchState.CONTINUING, work),
});
