/** Decide on a match: the score proposes, a person decides each step after it, with a reason that stays. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { IsNull, Not } from "typeorm";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { InterviewState } from "../domain/interview.ts";
import { MATCH_MOVES, needsMatchingOn, type MatchState } from "../domain/match.ts";
import { InterviewRow } from "../store/interview.row.ts";
import { MatchRow } from "../store/match.row.ts";
import { ParticipantRow } from "../store/participant.row.ts";

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
  { find, save, manager, viewer, now }: Work,
): Promise<MatchRow> {
  const match = await find(MatchRow, input.matchId, "matchId");
  const state = move(MATCH_MOVES, match.state, to, "matchId");
  const { registrationId } = match;
  const matchingIsOn = { registrationId, matchingSince: Not(IsNull()) };
  if (needsMatchingOn(to) && !(await manager.existsBy(ParticipantRow, matchingIsOn))) {
    throw new Refusal("WRONG_STATE", "Matching is off for this person until they turn it on.", "matchId");
  }
  // What was booked for the match is over with the decision: its room and its parties are free again.
  const booked = { matchId: match.id, state: InterviewState.BOOKED };
  await manager.update(InterviewRow, booked, { state: InterviewState.CANCELLED });
  return save(MatchRow, {
    ...match,
    state,
    decidedBy: viewer.subject,
    decidedAt: now,
    decisionReason: input.reason,
  });
}
