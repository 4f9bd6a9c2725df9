/** Correct the profile of a participant; the scores that nobody has looked at yet are computed anew. */
import { In, IsNull } from "typeorm";
import { Field, ID, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { MatchState } from "../domain/match.ts";
import { MatchRow } from "../store/match.row.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { PositionRow } from "../store/position.row.ts";
import { scoreOf } from "./match-score.ts";
import { ParticipantProfileInput, profileIn } from "./participant-profile.ts";

@InputType({ description: "A profile as it should be; it replaces the former one whole." })
export class ParticipantCorrectInput extends ParticipantProfileInput {
  @Field(() => ID, { description: "The participant." })
  participantId: string;
}

export const participantCorrect = defineAction<ParticipantCorrectInput, ParticipantRow>({
  name: "participantCorrect",
  roles: ["OFFICER", "SYSTEM"],
  row: ParticipantRow,
  async apply(input, { find, save, manager, now }) {
    const participant = await find(ParticipantRow, input.participantId, "participantId");
    const corrected = await save(ParticipantRow, { ...participant, ...profileIn(input) });
    const matches = await manager.findBy(MatchRow, {
      registrationId: participant.registrationId,
      state: MatchState.MATCHED,
      overrideScore: IsNull(),
    });
    const positions = await manager.findBy(PositionRow, { id: In(matches.map((match) => match.positionId)) });
    const positionOf = new Map(positions.map((position) => [position.id, position]));
    await manager.save(
      MatchRow,
      matches.map((match) => {
        const score = scoreOf(corrected, positionOf.get(match.positionId) as PositionRow);
        return { ...match, ...score, standing: score.score, computedAt: now };
      }),
    );
    return corrected;
  },
});
