/** Add a private room to a planned Friday of interviews. */
import { ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { InterviewEventState } from "../domain/interview.ts";
import { InterviewEventRow } from "../store/interview-event.row.ts";
import { InterviewRoomRow } from "../store/interview-room.row.ts";
import { InterviewRoomInput, roomOf } from "./interview-room.ts";

@InputType({ description: "A room to add to an event." })
export class InterviewRoomAddInput extends ChangeInput {
  @Field(() => ID, { description: "The event, which is planned." })
  eventId: string;

  @Field(() => InterviewRoomInput, { description: "The room." })
  @ValidateNested()
  room: InterviewRoomInput;
}

export const interviewRoomAdd = defineAction<InterviewRoomAddInput, InterviewEventRow>({
  name: "interviewRoomAdd",
  roles: ["OFFICER"],
  row: InterviewEventRow,
  async apply(input, { find, manager }) {
    const event = await find(InterviewEventRow, input.eventId, "eventId");
    if (event.state !== InterviewEventState.PLANNED)
      throw new Refusal("WRONG_STATE", "Rooms are added while the event is planned.", "eventId");
    await manager.insert(InterviewRoomRow, roomOf(event.id, input.room));
    return event;
  },
});
