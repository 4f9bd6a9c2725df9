/** What the section MATCHING holds, for the registrations that the grant names. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { all } from "../../../platform/load.ts";
import type { FccqContext } from "../context.ts";
import { ActivityParticipation } from "./activity-attendance.type.ts";
import { FinancialGuidance } from "./financial-guidance.type.ts";
import { Interview } from "./interview.type.ts";
import { Match } from "./match.type.ts";
import { Matching } from "./matching.type.ts";
import { MediaSpeaker } from "./media.type.ts";
import { Offer } from "./offer.type.ts";
import { Participant } from "./participant.type.ts";
import { WorkerFollowUp } from "./worker-follow-up.type.ts";

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

  @FieldResolver(() => [Interview], { description: "The person's interviews, the latest first." })
  interviews(@Root() { registrationIds }: Matching, @Ctx() { load }: FccqContext) {
    return all(load.interviewsOfRegistration, registrationIds);
  }

  @FieldResolver(() => [Offer], { description: "The offers made to the person, the latest first." })
  offers(@Root() { registrationIds }: Matching, @Ctx() { load }: FccqContext) {
    return all(load.offersOfRegistration, registrationIds);
  }

  @FieldResolver(() => [ActivityParticipation], {
    description: "The activities that the person takes or took part in, the latest sign-up first.",
  })
  activities(@Root() { registrationIds }: Matching, @Ctx() { load }: FccqContext) {
    return all(load.activitiesOfRegistration, registrationIds);
  }

  @FieldResolver(() => [WorkerFollowUp], {
    description: "How the person fares at work, the latest follow-up first.",
  })
  followUps(@Root() { registrationIds }: Matching, @Ctx() { load }: FccqContext) {
    return all(load.followUpsOfRegistration, registrationIds);
  }

  @FieldResolver(() => [FinancialGuidance], {
    description: "The financial aids that the person was guided to, the latest first.",
  })
  financialGuidance(@Root() { registrationIds }: Matching, @Ctx() { load }: FccqContext) {
    return all(load.guidanceOfRegistration, registrationIds);
  }

  @FieldResolver(() => [MediaSpeaker], {
    description: "The videos that the person speaks in, with their consent to each.",
  })
  testimonies(@Root() { registrationIds }: Matching, @Ctx() { load }: FccqContext) {
    return all(load.testimoniesOfRegistration, registrationIds);
  }
}
