/** Book an interview: fifteen minutes of a private room for the two parties of a match. */
import { v7 as uuid } from "uuid";
import { Not } from "typeorm";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import {
  fits,
  InterviewEventState,
  InterviewState,
  isOnTheGrid,
  whoIsTaken,
  type Parties,
} from "../domain/interview.ts";
import { MatchState } from "../domain/match.ts";
import { PositionState } from "../domain/position.ts";
import { InterviewEventRow } from "../store/interview-event.row.ts";
import { InterviewRoomRow } from "../store/interview-room.row.ts";
import { InterviewRow } from "../store/interview.row.ts";
import { MatchRow } from "../store/match.row.ts";
import { PositionRow } from "../store/position.row.ts";

@InputType({ description: "An interview to book." })
export class InterviewBookInput extends ChangeInput {
  @Field(() => ID, { description: "The match, which is invited." })
  matchId: string;

  @Field(() => ID, { description: "The room, of a planned event." })
  roomId: string;

  @Field(() => DateTimeScalar, {
    description: "The slot, to come: a quarter of an hour within the hours of the event.",
  })
  startsAt: Date;
}

export const interviewBook = defineAction<InterviewBookInput, InterviewRow>({
  name: "interviewBook",
  roles: ["OFFICER"],
  row: InterviewRow,
  async apply(input, { find, save, manager, now }) {
    const match = await find(MatchRow, input.matchId, "matchId");
    if (match.state !== MatchState.INVITED)
      throw new Refusal("WRONG_STATE", "An interview is booked for a match that is invited.", "matchId");
    const position = await find(PositionRow, match.positionId, "matchId");
    if (position.state !== PositionState.OPEN)
      throw new Refusal("WRONG_STATE", "The position of this match is not open.", "matchId");
    const room = await find(InterviewRoomRow, input.roomId, "roomId");
    const event = await find(InterviewEventRow, room.eventId, "roomId");
    if (event.state !== InterviewEventState.PLANNED)
      throw new Refusal("WRONG_STATE", "The event of this room is not planned any more.", "roomId");
    if (!isOnTheGrid(input.startsAt) || !fits(input.startsAt, event))
      throw new Refusal("OUT_OF_RANGE", "This is not one of the slots of the event.", "startsAt");
    if (input.startsAt <= now) throw new Refusal("OUT_OF_RANGE", "This slot is over.", "startsAt");
    const parties = {
      roomId: room.id,
      registrationId: match.registrationId,
      businessId: position.businessId,
    };
    const then = { startsAt: input.startsAt, state: Not(InterviewState.CANCELLED) };
    const taken = whoIsTaken(parties, await manager.findBy(InterviewRow, then));
    if (taken) throw new Refusal("CONFLICT", ...TAKEN[taken]);
    return save(InterviewRow, {
      id: uuid(),
      eventId: event.id,
      ...parties,
      matchId: match.id,
      positionId: position.id,
      startsAt: input.startsAt,
      state: InterviewState.BOOKED,
    });
  },
});

/** What to say of whoever would be in two rooms at once, and the input field to change. */
const TAKEN: Record<keyof Parties, [message: string, field: string]> = {
  roomId: ["This room is taken then; choose another room or slot.", "roomId"],
  registrationId: ["This person is in another room then; choose another slot.", "startsAt"],
  businessId: ["This business is in another room then; choose another slot.", "startsAt"],
};
