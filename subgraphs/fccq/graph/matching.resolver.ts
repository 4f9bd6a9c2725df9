/** What the section MATCHING holds, for the registrations that the grant names. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { all } from "../../../platform/load.ts";
import type { FccqContext } from "../context.ts";
import { Match } from "./match.type.ts";
import { Matching } from "./matching.type.ts";
import { Participant } from "./participant.type.ts";

@Resolver(() => Matching)
export class MatchingResolver {
  @FieldResolver(() => [Participant], {
    description:
      "The person's profiles, one per registration with FCCQ; empty when FCCQ does not know the person.",
  })
  profiles(@Root() { registrationIds }: Matching, @Ctx() { load }: FccqContext) {
    return all(load.participantsOfRegistration, registrationIds);
  }

  @FieldResolver(() => [Match], { description: "The person's matches, the latest first." })
  matches(@Root() { registrationIds }: Matching, @Ctx() { load }: FccqContext) {
    return all(load.matchesOfRegistration, registrationIds);
  }
}
