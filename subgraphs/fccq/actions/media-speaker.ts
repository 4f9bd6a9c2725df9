/** Somebody who speaks in a video, as an officer names them: without a name, and without a consent so far. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import type { Work } from "../../../platform/action.ts";
import { MediaSpeakerRow } from "../store/media-speaker.row.ts";
import { ParticipantRow } from "../store/participant.row.ts";

@InputType({ description: "Somebody who speaks in a video." })
export class MediaSpeakerInput {
  @Field(() => String, {
    description: "In what quality the person speaks, never their name; at most 200 characters.",
  })
  @IsNotEmpty()
  @MaxLength(200)
  describedAs: string;

  @Field(() => ID, { nullable: true, description: "The participant, when the person is one." })
  participantId?: string | null;
}

/** Writes the speakers of a video. @throws {Refusal} `UNKNOWN_REFERENCE` for a participant that is not known */
export async function saveSpeakers(
  mediaId: string,
  speakers: readonly MediaSpeakerInput[],
  field: string,
  { find, manager }: Work,
): Promise<void> {
  for (const { describedAs, participantId } of speakers) {
    const participant = participantId ? await find(ParticipantRow, participantId, field) : null;
    await manager.insert(MediaSpeakerRow, {
      id: uuid(),
      mediaId,
      registrationId: participant?.registrationId ?? null,
      describedAs,
      consentedOn: null,
      consentUntil: null,
      consentMethod: null,
      collectedBy: null,
      withdrawnOn: null,
    });
  }
}
