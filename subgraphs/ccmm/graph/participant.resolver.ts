/** Participants, and what their files lead to. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { CcmmContext } from "../context.ts";
import { eligibility } from "../domain/eligibility.ts";
import { nextSteps, Step } from "../domain/step.ts";
import { by } from "../store/loaders.ts";
import { ParticipantRow } from "../store/participant.row.ts";
import { PasserelleAttendance } from "./activity.type.ts";
import { PasserelleAdviser } from "./adviser.type.ts";
import { PasserelleCall } from "./call.type.ts";
import { Candidate } from "./candidate.type.ts";
import { PasserelleEventParticipant } from "./event.type.ts";
import { PasserelleExchange } from "./exchange.type.ts";
import { PasserelleInterview } from "./interview.type.ts";
import { PasserelleOutcome } from "./outcome.type.ts";
import { PasserellePairing } from "./pairing.type.ts";
import { filterParticipants, PasserelleParticipantFilter } from "./participant.filter.ts";
import {
  ParticipantConnection,
  PasserelleEligibility,
  PasserelleJourneyEntry,
  PasserelleParticipant,
} from "./participant.type.ts";
import { Region } from "./region.type.ts";
import { PasserelleVideo } from "./video.type.ts";

@Resolver(() => PasserelleParticipant)
export class ParticipantResolver {
  @StaffOnly("ADVISER", "SYSTEM")
  @Query(() => ParticipantConnection, {
    description: "The participants, the latest registered first. For CCMM's staff.",
  })
  passerelleParticipants(
    @Arg("filter", () => PasserelleParticipantFilter, { nullable: true })
    filter: PasserelleParticipantFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: CcmmContext,
  ) {
    const query = filterParticipants(manager.createQueryBuilder(ParticipantRow, "participant"), filter);
    return waves.track(keysetPage(query, by("registeredOn", "DESC"), page));
  }

  @StaffOnly("ADVISER", "SYSTEM")
  @Query(() => PasserelleParticipant, {
    nullable: true,
    description: "A participant's file by its id; null when unknown. For CCMM's staff.",
  })
  passerelleParticipant(@Arg("id", () => ID) id: string, @Ctx() { load }: CcmmContext) {
    return load.participant.load(id);
  }

  @FieldResolver(() => PasserelleEligibility, {
    description: "Whether the answers of the questionnaire let the person take part, and why.",
  })
  eligibility(@Root() { status, postalArea }: PasserelleParticipant): PasserelleEligibility {
    return eligibility(status, postalArea);
  }

  @FieldResolver(() => [Step], { description: "The steps that may follow; none while the file is closed." })
  nextSteps(@Root() participant: PasserelleParticipant) {
    return nextSteps(participant);
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: "The region the person moved to; null unless that is why the file is closed.",
  })
  movedTo(@Root() { regionCode }: PasserelleParticipant): Region | null {
    return regionCode === null ? null : { code: regionCode };
  }

  @FieldResolver(() => PasserelleAdviser, {
    nullable: true,
    description: "The adviser of Talents et diversité; null until a call is scheduled.",
  })
  adviser(@Root() { adviserId }: PasserelleParticipant, @Ctx() { load }: CcmmContext) {
    return adviserId && load.adviser.load(adviserId);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: PasserelleParticipant): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }

  @FieldResolver(() => [PasserelleJourneyEntry], { description: "What happened to the file, in order." })
  journey(@Root() { registrationId }: PasserelleParticipant, @Ctx() { load }: CcmmContext) {
    return load.journey.load(registrationId);
  }

  @FieldResolver(() => [PasserelleCall], { description: "The calls of the advisers, the latest first." })
  calls(@Root() { registrationId }: PasserelleParticipant, @Ctx() { load }: CcmmContext) {
    return load.calls.load(registrationId);
  }

  @FieldResolver(() => [PasserelleVideo], {
    description: "The links to the person's videos with their consents, the latest first; never analysed.",
  })
  videos(@Root() { registrationId }: PasserelleParticipant, @Ctx() { load }: CcmmContext) {
    return load.videos.load(registrationId);
  }

  @FieldResolver(() => [PasserelleAttendance], { description: "The activities, the latest enrolled first." })
  activities(@Root() { registrationId }: PasserelleParticipant, @Ctx() { load }: CcmmContext) {
    return load.attendances.load(registrationId);
  }

  @FieldResolver(() => [PasserelleEventParticipant], {
    description: "The recruitment events, the latest registered first.",
  })
  events(@Root() { registrationId }: PasserelleParticipant, @Ctx() { load }: CcmmContext) {
    return load.events.load(registrationId);
  }

  @FieldResolver(() => [PasserellePairing], {
    description: "The pairings with employers, the latest first.",
  })
  pairings(@Root() { registrationId }: PasserelleParticipant, @Ctx() { load }: CcmmContext) {
    return load.pairings.load(registrationId);
  }

  @FieldResolver(() => [PasserelleInterview], { description: "The interviews, the latest first." })
  interviews(@Root() { registrationId }: PasserelleParticipant, @Ctx() { load }: CcmmContext) {
    return load.interviews.load(registrationId);
  }

  @FieldResolver(() => [PasserelleExchange], {
    description: "The exchanges of the self-directed matching, the latest first.",
  })
  exchanges(@Root() { registrationId }: PasserelleParticipant, @Ctx() { load }: CcmmContext) {
    return load.exchanges.load(registrationId);
  }

  @FieldResolver(() => [PasserelleOutcome], {
    description:
      "Employed or not, the latest first: the first says how it stands; empty when nobody has said.",
  })
  outcomes(@Root() { registrationId }: PasserelleParticipant, @Ctx() { load }: CcmmContext) {
    return load.outcomes.load(registrationId);
  }
}
