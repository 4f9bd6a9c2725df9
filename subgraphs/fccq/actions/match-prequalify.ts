/** Prequalify a match: a person has looked at it and presents it to the employer. */
import { defineAction } from "../../../platform/action.ts";
import { MatchState } from "../domain/match.ts";
import { MatchRow } from "../store/match.row.ts";
import { decide, type MatchDecisionInput } from "./match-decide.ts";

export const matchPrequalify = defineAction<MatchDecisionInput, MatchRow>({
  name: "matchPrequalify",
  roles: ["OFFICER"],
  row: MatchRow,
  apply: (input, work) => decide(input, MatchState.PREQUALIFIED, work),
});
