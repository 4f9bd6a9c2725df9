/** Retain a match: the employer wants to go on. */
import { defineAction } from "../../../platform/action.ts";
import { MatchState } from "../domain/match.ts";
import { MatchRow } from "../store/match.row.ts";
import { decide, type MatchDecisionInput } from "./match-decide.ts";

export const matchRetain = defineAction<MatchDecisionInput, MatchRow>({
  name: "matchRetain",
  roles: ["OFFICER"],
  row: MatchRow,
  apply: (input, work) => decide(input, MatchState.RETAINED, work),
});
