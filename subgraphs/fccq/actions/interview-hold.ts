/** Record that an interview was held: its match is interviewed, and waits for its outcome. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { INTERVIEW_MOVES, InterviewState } from "../domain/interview.ts";
import { MATCH_MOVES, MatchState } from "../domain/match.ts";
import { InterviewRow } from "../store/interview.row.ts";
import { MatchRow } from "../store/match.row.ts";
import { refuseBeforeItsTime } from "./interview-time.ts";

@InputType({ description: "An interview that was held." })
export class InterviewHoldInput extends ChangeInput {
  @Field(() => ID, { description: "The interview, which is booked and has started." })
  interviewId: string;
}

export const interviewHold = defineAction<InterviewHoldInput, InterviewRow>({
  name: "interviewHold",
  roles: ["OFFICER", "SYSTEM"],
  row: InterviewRow,
  async apply(input, { find, save, viewer, now }) {
    const interview = await find(InterviewRow, input.interviewId, "interviewId");
    const state = move(INTERVIEW_MOVES, interview.state, InterviewState.HELD, "interviewId");
    refuseBeforeItsTime(interview.startsAt, now, "interviewId");
    const match = await find(MatchRow, interview.matchId, "interviewId");
    await save(MatchRow, {
      ...match,
      state: move(MATCH_MOVES, match.state, MatchState.INTERVIEWED, "interviewId"),
      decidedBy: viewer.subject,
      decidedAt: now,
      decisionReason: null,
    });
    return save(InterviewRow, { ...interview, state });
  },
});
