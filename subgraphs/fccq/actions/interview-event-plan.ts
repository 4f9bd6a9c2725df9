/** Plan a Friday of interviews online, with its private rooms. */
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsNotEmpty,
  MaxLength,
  ValidateNested,
} from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { InterviewEventState, isOneFriday, isOnTheGrid } from "../domain/interview.ts";
import { InterviewEventRow } from "../store/interview-event.row.ts";
import { InterviewRoomRow } from "../store/interview-room.row.ts";
import { InterviewRoomInput, roomOf } from "./interview-room.ts";

@InputType({ description: "A Friday of interviews to plan." })
export class InterviewEventPlanInput extends ChangeInput {
  @Field(() => String, { description: "Its title; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @Field(() => DateTimeScalar, {
    description: "When its first slot starts: a Friday in Québec, on the quarter of an hour, to come.",
  })
  startsAt: Date;

  @Field(() => DateTimeScalar, {
    description: "When its last slot ends: the same day, on the quarter of an hour.",
  })
  endsAt: Date;

  @Field(() => [InterviewRoomInput], { description: "Its private rooms, 1 to 50, each with its own name." })
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @ArrayUnique((room: InterviewRoomInput) => room.name)
  @ValidateNested({ each: true })
  rooms: InterviewRoomInput[];
}

export const interviewEventPlan = defineAction<InterviewEventPlanInput, InterviewEventRow>({
  name: "interviewEventPlan",
  roles: ["OFFICER"],
  row: InterviewEventRow,
  async apply(input, { save, manager, now }) {
    if (!(isOnTheGrid(input.startsAt) && isOnTheGrid(input.endsAt)))
      throw new Refusal("OUT_OF_RANGE", "Slots start and end on the quarter of an hour.", "startsAt");
    if (input.endsAt <= input.startsAt)
      throw new Refusal("OUT_OF_RANGE", "The event ends after it starts.", "endsAt");
    if (!isOneFriday(input))
      throw new Refusal(
        "OUT_OF_RANGE",
        "The event starts and ends on the same Friday in Québec.",
        "startsAt",
      );
    if (input.startsAt <= now) throw new Refusal("OUT_OF_RANGE", "The event is to come.", "startsAt");
    const event = await save(InterviewEventRow, {
      id: uuid(),
      title: input.title,
      startsAt: input.startsAt,
      endsAt: input.endsAt,
      state: InterviewEventState.PLANNED,
      cancellationReason: null,
    });
    await manager.insert(
      InterviewRoomRow,
      input.rooms.map((room) => roomOf(event.id, room)),
    );
    return event;
  },
});
