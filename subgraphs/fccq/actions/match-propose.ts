/** Propose a match: score a participant against a position and keep the score with its reasons. */
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { MatchState } from "../domain/match.ts";
import { PositionState } from "../domain/position.ts";
import { MatchRow } from "../store/match.row.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { PositionRow } from "../store/position.row.ts";
import { scoreOf } from "./match-score.ts";

@InputType({ description: "A participant and a position to match." })
export class MatchProposeInput extends ChangeInput {
  @Field(() => ID, { description: "The participant, who turned matching on." })
  participantId: string;

  @Field(() => ID, { description: "The position, which is open." })
  positionId: string;
}

export const matchPropose = defineAction<MatchProposeInput, MatchRow>({
  name: "matchPropose",
  roles: ["OFFICER", "SYSTEM"],
  row: MatchRow,
  async apply(input, { find, save, manager, now }) {
    const participant = await find(ParticipantRow, input.participantId, "participantId");
    const position = await find(PositionRow, input.positionId, "positionId");
    if (!participant.matchingSince) {
      throw new Refusal(
        "WRONG_STATE",
        "Matching is off for this person until they turn it on.",
        "participantId",
      );
    }
    if (position.state !== PositionState.OPEN)
      throw new Refusal("WRONG_STATE", "This position is not open.", "positionId");
    const place = { registrationId: participant.registrationId, positionId: position.id };
    if (await manager.existsBy(MatchRow, place)) {
      throw new Refusal("CONFLICT", "This participant and this position are matched already.", "positionId");
    }
    const score = scoreOf(participant, position);
    return save(MatchRow, {
      id: uuid(),
      ...place,
      ...score,
      overrideScore: null,
      standing: score.score,
      state: MatchState.MATCHED,
      computedAt: now,
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
    });
  },
});
