/** Set a match aside: a person has looked at it and does not follow the score. */
import { defineAction } from "../../../platform/action.ts";
import { MatchState } from "../domain/match.ts";
import { MatchRow } from "../store/match.row.ts";
import { decide, type MatchDecisionInput } from "./match-decide.ts";

export const matchSetAside = defineAction<MatchDecisionInput, MatchRow>({
  name: "matchSetAside",
  roles: ["OFFICER"],
  row: MatchRow,
  apply: (input, work) => decide(input, MatchState.SET_ASIDE, work),
});
