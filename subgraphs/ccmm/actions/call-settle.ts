/** What becomes of a scheduled call. */
import { IsOptional, Length } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { CALL_MOVES, CallState } from "../domain/call.ts";
import { AdviserCallRow } from "../store/adviser-call.row.ts";

@InputType({ description: "A call that was made, missed or cancelled." })
export class PasserelleCallSettleInput extends ChangeInput {
  @Field(() => ID, { description: "The call, which is scheduled." })
  callId: string;

  @Field(() => String, { nullable: true, description: "What the adviser notes; at most 2,000 characters." })
  @IsOptional()
  @Length(1, 2000)
  note?: string | null;
}

/** The call moved to `to`. @throws {Refusal} `WRONG_STATE` for a call that is settled, or made before its time. */
export async function settle(
  input: PasserelleCallSettleInput,
  to: CallState,
  { find, save, now }: Work,
): Promise<AdviserCallRow> {
  const call = await find(AdviserCallRow, input.callId, "callId");
  const state = move(CALL_MOVES, call.state, to, "callId");
  if (state !== CallState.CANCELLED && call.startsAt > now)
    throw new Refusal("WRONG_STATE", "The time of this call has not come.", "callId");
  return save(AdviserCallRow, { ...call, state, settledAt: now, note: input.note ?? null });
}
