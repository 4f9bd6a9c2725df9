/** The changes of participants. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { participantEnrol, ParticipantEnrolInput } from "../actions/participant-enrol.ts";
import type { FccqContext } from "../context.ts";
import { Participant } from "./participant.type.ts";

const ParticipantEnrolPayload = payloadOf("ParticipantEnrol", "participant", () => Participant);

@Resolver()
export class ParticipantMutations {
  @Mutation(() => ParticipantEnrolPayload, {
    description: "Enrols a registered person as a participant. For FCCQ's officers.",
  })
  participantEnrol(@Arg("input") input: ParticipantEnrolInput, @Ctx() context: FccqContext) {
    return payload("participant", participantEnrol, input, context);
  }
}
