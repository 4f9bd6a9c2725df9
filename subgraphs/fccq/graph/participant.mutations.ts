/** The changes of participants. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { participantCorrect, ParticipantCorrectInput } from "../actions/participant-correct.ts";
import { participantEnrol, ParticipantEnrolInput } from "../actions/participant-enrol.ts";
import {
  participantTurnMatchingOff,
  ParticipantTurnMatchingOffInput,
} from "../actions/participant-turn-matching-off.ts";
import {
  participantTurnMatchingOn,
  ParticipantTurnMatchingOnInput,
} from "../actions/participant-turn-matching-on.ts";
import type { FccqContext } from "../context.ts";
import { Participant } from "./participant.type.ts";

const ParticipantEnrolPayload = payloadOf("ParticipantEnrol", "participant", () => Participant);
const ParticipantCorrectPayload = payloadOf("ParticipantCorrect", "participant", () => Participant);
const ParticipantTurnMatchingOnPayload = payloadOf(
  "ParticipantTurnMatchingOn",
  "participant",
  () => Participant,
);
const ParticipantTurnMatchingOffPayload = payloadOf(
  "ParticipantTurnMatchingOff",
  "participant",
  () => Participant,
);

@Resolver()
export class ParticipantMutations {
  @Mutation(() => ParticipantEnrolPayload, {
    description: "Enrols a registered person as a participant. For FCCQ's officers.",
  })
  participantEnrol(@Arg("input") input: ParticipantEnrolInput, @Ctx() context: FccqContext) {
    return payload("participant", participantEnrol, input, context);
  }

  @Mutation(() => ParticipantCorrectPayload, {
    description:
      "Corrects a participant's profile; scores that nobody has looked at are computed anew. For FCCQ's officers.",
  })
  participantCorrect(@Arg("input") input: ParticipantCorrectInput, @Ctx() context: FccqContext) {
    return payload("participant", participantCorrect, input, context);
  }

  @Mutation(() => ParticipantTurnMatchingOnPayload, {
    description: "The person lets their profile be matched. For FCCQ's officers.",
  })
  participantTurnMatchingOn(
    @Arg("input") input: ParticipantTurnMatchingOnInput,
    @Ctx() context: FccqContext,
  ) {
    return payload("participant", participantTurnMatchingOn, input, context);
  }

  @Mutation(() => ParticipantTurnMatchingOffPayload, {
    description: "The person no longer lets their profile be matched. For FCCQ's officers.",
  })
  participantTurnMatchingOff(
    @Arg("input") input: ParticipantTurnMatchingOffInput,
    @Ctx() context: FccqContext,
  ) {
    return payload("participant", participantTurnMatchingOff, input, context);
  }
}
