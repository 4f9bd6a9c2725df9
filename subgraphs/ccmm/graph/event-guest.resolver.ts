/** What the registration of an employer or a participant for an event leads to. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { CcmmContext } from "../context.ts";
import { Candidate } from "./candidate.type.ts";
import { PasserelleEmployer } from "./employer.type.ts";
import { PasserelleEvent, PasserelleEventEmployer, PasserelleEventParticipant } from "./event.type.ts";
import { PasserelleParticipant } from "./participant.type.ts";

@Resolver(() => PasserelleEventEmployer)
export class EventEmployerResolver {
  @FieldResolver(() => PasserelleEvent, { nullable: true, description: "The event." })
  event(@Root() { eventId }: PasserelleEventEmployer, @Ctx() { load }: CcmmContext) {
    return load.event.load(eventId);
  }

  @FieldResolver(() => PasserelleEmployer, { nullable: true, description: "The employer." })
  employer(@Root() { employerId }: PasserelleEventEmployer, @Ctx() { load }: CcmmContext) {
    return load.employer.load(employerId);
  }
}

@Resolver(() => PasserelleEventParticipant)
export class EventParticipantResolver {
  @FieldResolver(() => PasserelleEvent, { nullable: true, description: "The event." })
  event(@Root() { eventId }: PasserelleEventParticipant, @Ctx() { load }: CcmmContext) {
    return load.event.load(eventId);
  }

  @FieldResolver(() => PasserelleParticipant, { nullable: true, description: "The person's file." })
  participant(@Root() { registrationId }: PasserelleEventParticipant, @Ctx() { load }: CcmmContext) {
    return load.participantOfRegistration.load(registrationId);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: PasserelleEventParticipant): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }
}
