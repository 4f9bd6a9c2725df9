/** Decide on a match: the score proposes, a person prequalifies or sets aside, with a reason that stays. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { MATCH_MOVES, type MatchState } from "../domain/match.ts";
import { MatchRow } from "../store/match.row.ts";

@InputType({ description: "A human decision on a match." })
export class MatchDecisionInput extends ChangeInput {
  @Field(() => ID, { description: "The match." })
  matchId: string;

  @Field(() => String, { description: "Why, in words; at most 1,000 characters. It stays beside the score." })
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

/** The match moved to `to` by the caller's decision. */
export async function decide(
  input: MatchDecisionInput,
  to: MatchState,
  { find, save, viewer, now }: Work,
): Promise<MatchRow> {
  const match = await find(MatchRow, input.matchId, "matchId");
  const state = move(MATCH_MOVES, match.state, to, "matchId");
  return save(MatchRow, {
    ...match,
    state,
    decidedBy: viewer.subject,
    decidedAt: now,
    decisionReason: input.reason,
  });
}
