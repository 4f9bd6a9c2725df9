/** The changes of matches. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { MatchDecisionInput } from "../actions/match-decide.ts";
import { matchPrequalify } from "../actions/match-prequalify.ts";
import { matchPropose, MatchProposeInput } from "../actions/match-propose.ts";
import { matchSetAside } from "../actions/match-set-aside.ts";
import type { FccqContext } from "../context.ts";
import { Match } from "./match.type.ts";

const MatchProposePayload = payloadOf("MatchPropose", "match", () => Match);
const MatchPrequalifyPayload = payloadOf("MatchPrequalify", "match", () => Match);
const MatchSetAsidePayload = payloadOf("MatchSetAside", "match", () => Match);

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
    description: "A person does not follow the score. For FCCQ's officers.",
  })
  matchSetAside(@Arg("input") input: MatchDecisionInput, @Ctx() context: FccqContext) {
    return payload("match", matchSetAside, input, context);
  }
}
