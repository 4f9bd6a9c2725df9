/** Send a score to a human being, for the person it is about (Law 25, automated decisions). */
import { IsNotEmpty, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { IsNull } from "typeorm";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { MatchReviewRow } from "../store/match-review.row.ts";
import { MatchRow } from "../store/match.row.ts";

@InputType({ description: "A score to send to a human being." })
export class MatchReviewRequestInput extends ChangeInput {
  @Field(() => ID, { description: "The match." })
  matchId: string;

  @Field(() => String, { description: "What the person has to say of the score; at most 1,000 characters." })
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

export const matchReviewRequest = defineAction<MatchReviewRequestInput, MatchReviewRow>({
  name: "matchReviewRequest",
  roles: ["OFFICER", "SYSTEM"],
  row: MatchReviewRow,
  async apply(input, { find, save, manager, viewer, now }) {
    const match = await find(MatchRow, input.matchId, "matchId");
    if (await manager.existsBy(MatchReviewRow, { matchId: match.id, decidedAt: IsNull() })) {
      throw new Refusal("CONFLICT", "This score waits for a human being already.", "matchId");
    }
    return save(MatchReviewRow, {
      id: uuid(),
      matchId: match.id,
      requestedAt: now,
      requestedBy: viewer.subject,
      requestReason: input.reason,
      outcome: null,
      overrideScore: null,
      decidedAt: null,
      decidedBy: null,
      decisionReason: null,
    });
  },
});
