/** Invite to an interview: the employer wants to meet the person. */
import { defineAction } from "../../../platform/action.ts";
import { MatchState } from "../domain/match.ts";
import { MatchRow } from "../store/match.row.ts";
import { decide, type MatchDecisionInput } from "./match-decide.ts";

export const matchInvite = defineAction<MatchDecisionInput, MatchRow>({
  name: "matchInvite",
  roles: ["OFFICER"],
  row: MatchRow,
  apply: (input, work) => decide(input, MatchState.INVITED, work),
});
