/** What a pairing leads to. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { CcmmContext } from "../context.ts";
import { Candidate } from "./candidate.type.ts";
import { PasserelleEmployer } from "./employer.type.ts";
import { PasserelleEvent } from "./event.type.ts";
import { PasserellePairing } from "./pairing.type.ts";
import { PasserelleParticipant } from "./participant.type.ts";

@Resolver(() => PasserellePairing)
export class PairingResolver {
  @FieldResolver(() => PasserelleEvent, { nullable: true, description: "The event it prepares." })
  event(@Root() { eventId }: PasserellePairing, @Ctx() { load }: CcmmContext) {
    return load.event.load(eventId);
  }

  @FieldResolver(() => PasserelleEmployer, { nullable: true, description: "The employer." })
  employer(@Root() { employerId }: PasserellePairing, @Ctx() { load }: CcmmContext) {
    return load.employer.load(employerId);
  }

  @FieldResolver(() => PasserelleParticipant, { nullable: true, description: "The person's file." })
  participant(@Root() { registrationId }: PasserellePairing, @Ctx() { load }: CcmmContext) {
    return load.participantOfRegistration.load(registrationId);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: PasserellePairing): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }
}
