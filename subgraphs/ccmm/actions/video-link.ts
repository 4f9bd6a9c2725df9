/** Link a participant's video with their consent; a new link takes the place of the former. */
import { Equals, IsUrl, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { IsNull } from "typeorm";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { VideoEnding } from "../domain/outcome.ts";
import { VideoRow } from "../store/video.row.ts";
import { findOpen } from "./files.ts";

@InputType({ description: "A link to a participant's video." })
export class PasserelleVideoLinkInput extends ChangeInput {
  @Field(() => ID, { description: "The participant, whose file is open." })
  participantId: string;

  @Field(() => String, {
    description: "The address, in https and without a password; at most 500 characters.",
  })
  @MaxLength(500)
  @IsUrl({ protocols: ["https"], require_protocol: true, disallow_auth: true })
  url: string;

  @Field(() => Boolean, {
    description: "That the person consents to employers of the programme seeing the video; must be true.",
  })
  @Equals(true)
  consent: boolean;

  @Field(() => DateScalar, { description: "The day on which the person consented: today or earlier." })
  consentedOn: string;
}

export const videoLink = defineAction<PasserelleVideoLinkInput, VideoRow>({
  name: "passerelleVideoLink",
  roles: ["ADVISER", "SYSTEM"],
  row: VideoRow,
  async apply(input, work) {
    const { manager, today, save } = work;
    const { registrationId } = await findOpen(work, input.participantId, "participantId");
    if (input.consentedOn > today)
      throw new Refusal("OUT_OF_RANGE", "Consent is given today or earlier.", "consentedOn");
    await manager.update(
      VideoRow,
      { registrationId, endedOn: IsNull() },
      { url: null, endedOn: today, ending: VideoEnding.REPLACED },
    );
    return save(VideoRow, {
      id: uuid(),
      registrationId,
      url: input.url,
      consentedOn: input.consentedOn,
      endedOn: null,
      ending: null,
    });
  },
});
