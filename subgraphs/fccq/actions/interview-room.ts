/** A private virtual room, as an officer names it. */
import { IsNotEmpty, Matches, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { HTTPS_LINK } from "../domain/link.ts";
import type { InterviewRoomRow } from "../store/interview-room.row.ts";

@InputType({ description: "A private virtual room." })
export class InterviewRoomInput {
  @Field(() => String, { description: "Its name, once in an event; at most 100 characters." })
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @Field(() => String, {
    description: "Where the two parties enter: an https address of at most 500 characters.",
  })
  @MaxLength(500)
  @Matches(HTTPS_LINK)
  link: string;
}

/** The row of a room. */
export function roomOf(eventId: string, { name, link }: InterviewRoomInput): InterviewRoomRow {
  return { id: uuid(), eventId, name, link };
}
