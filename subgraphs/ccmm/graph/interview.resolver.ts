/** What an interview leads to. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { CcmmContext } from "../context.ts";
import { Candidate } from "./candidate.type.ts";
import { PasserelleEmployer } from "./employer.type.ts";
import { PasserelleEvent } from "./event.type.ts";
import { PasserelleInterview } from "./interview.type.ts";
import { PasserelleParticipant } from "./participant.type.ts";

@Resolver(() => PasserelleInterview)
export class InterviewResolver {
  @FieldResolver(() => PasserelleEvent, { nullable: true, description: "The event." })
  event(@Root() { eventId }: PasserelleInterview, @Ctx() { load }: CcmmContext) {
    return load.event.load(eventId);
  }

  @FieldResolver(() => PasserelleEmployer, { nullable: true, description: "The employer." })
  employer(@Root() { employerId }: PasserelleInterview, @Ctx() { load }: CcmmContext) {
    return load.employer.load(employerId);
  }

  @FieldResolver(() => PasserelleParticipant, { nullable: true, description: "The person's file." })
  participant(@Root() { registrationId }: PasserelleInterview, @Ctx() { load }: CcmmContext) {
    return load.participantOfRegistration.load(registrationId);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: PasserelleInterview): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }
}
