/** Decide on a pairing: the score proposes, an adviser confirms or sets aside, with a reason that stays. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { PAIRING_MOVES, type PairingState } from "../domain/event.ts";
import { PairingRow } from "../store/pairing.row.ts";

@InputType({ description: "A human decision on a pairing." })
export class PasserellePairingDecisionInput extends ChangeInput {
  @Field(() => ID, { description: "The pairing." })
  pairingId: string;

  @Field(() => String, { description: "Why, in words; at most 1,000 characters. It stays beside the score." })
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

/** The pairing moved to `to` by the caller's decision. */
export async function decide(
  input: PasserellePairingDecisionInput,
  to: PairingState,
  { find, save, viewer, now }: Work,
): Promise<PairingRow> {
  const pairing = await find(PairingRow, input.pairingId, "pairingId");
  const state = move(PAIRING_MOVES, pairing.state, to, "pairingId");
  return save(PairingRow, {
    ...pairing,
    state,
    decidedBy: viewer.subject,
    decidedAt: now,
    decisionReason: input.reason,
  });
}
