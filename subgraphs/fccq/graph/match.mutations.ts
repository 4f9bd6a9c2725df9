/** The changes of matches. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { matchContinue } from "../actions/match-continue.ts";
import { MatchDecisionInput } from "../actions/match-decide.ts";
import { matchInvite } from "../actions/match-invite.ts";
import { matchMeet } from "../actions/match-meet.ts";
import { matchNotRetain } from "../actions/match-not-retain.ts";
import { matchPrequalify } from "../actions/match-prequalify.ts";
import { matchPropose, MatchProposeInput } from "../actions/match-propose.ts";
import { matchRetain } from "../actions/match-retain.ts";
import { matchSetAside } from "../actions/match-set-aside.ts";
import type { FccqContext } from "../context.ts";
import { Match } from "./match.type.ts";

const MatchProposePayload = payloadOf("MatchPropose", "match", () => Match);
const MatchPrequalifyPayload = payloadOf("MatchPrequalify", "match", () => Match);
const MatchSetAsidePayload = payloadOf("MatchSetAside", "match", () => Match);
const MatchInvitePayload = payloadOf("MatchInvite", "match", () => Match);
const MatchMeetPayload = payloadOf("MatchMeet", "match", () => Match);
const MatchRetainPayload = payloadOf("MatchRetain", "match", () => Match);
const MatchNotRetainPayload = payloadOf("MatchNotRetain", "match", () => Match);
const MatchContinuePayload = payloadOf("MatchContinue", "match", () => Match);

@Resolver()
export class MatchMutations {
  @Mutation(() => MatchProposePayload, {
    description: "Scores a participant against an open position. For FCCQ's officers.",
  })
  matchPropose(@Arg("input") input: MatchProposeInput, @Ctx() context: FccqContext) {
    return payload("match", matchPropose, input, context);
  }

  @Mutation(() => MatchPrequalifyPayload, {
    description: "A person presents the match to the employer. For FCCQ's officers.",
  })
  matchPrequalify(@Arg("input") input: MatchDecisionInput, @Ctx() context: FccqContext) {
    return payload("match", matchPrequalify, input, context);
  }

  @Mutation(() => MatchSetAsidePayload, {
    description:
      "A person does not follow the score, or takes the match out of the way. For FCCQ's officers.",
  })
  matchSetAside(@Arg("input") input: MatchDecisionInput, @Ctx() context: FccqContext) {
    return payload("match", matchSetAside, input, context);
  }

  @Mutation(() => MatchInvitePayload, {
    description: "The person is invited to an interview. For FCCQ's officers.",
  })
  matchInvite(@Arg("input") input: MatchDecisionInput, @Ctx() context: FccqContext) {
    return payload("match", matchInvite, input, context);
  }

  @Mutation(() => MatchMeetPayload, {
    description: "The parties met elsewhere than in a virtual room. For FCCQ's officers.",
  })
  matchMeet(@Arg("input") input: MatchDecisionInput, @Ctx() context: FccqContext) {
    return payload("match", matchMeet, input, context);
  }

  @Mutation(() => MatchRetainPayload, { description: "The employer wants to go on. For FCCQ's officers." })
  matchRetain(@Arg("input") input: MatchDecisionInput, @Ctx() context: FccqContext) {
    return payload("match", matchRetain, input, context);
  }

  @Mutation(() => MatchNotRetainPayload, { description: "The employer does not go on. For FCCQ's officers." })
  matchNotRetain(@Arg("input") input: MatchDecisionInput, @Ctx() context: FccqContext) {
    return payload("match", matchNotRetain, input, context);
  }

  @Mutation(() => MatchContinuePayload, {
    description: "The person and the employer continue on their own. For FCCQ's officers.",
  })
  matchContinue(@Arg("input") input: MatchDecisionInput, @Ctx() context: FccqContext) {
    return payload("match", matchContinue, input, context);
  }
}
