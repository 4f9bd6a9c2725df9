/** What an outcome leads to. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { CcmmContext } from "../context.ts";
import { Candidate } from "./candidate.type.ts";
import { PasserelleEmployer } from "./employer.type.ts";
import { PasserelleEvent } from "./event.type.ts";
import { PasserelleOutcome } from "./outcome.type.ts";

@Resolver(() => PasserelleOutcome)
export class OutcomeResolver {
  @FieldResolver(() => PasserelleEmployer, {
    nullable: true,
    description: "The employer, when it is one of the programme; null otherwise.",
  })
  employer(@Root() { employerId }: PasserelleOutcome, @Ctx() { load }: CcmmContext) {
    return employerId && load.employer.load(employerId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The name of the employer, of the programme or not; null when not employed.",
  })
  async employerName(@Root() { employerId, employerName }: PasserelleOutcome, @Ctx() { load }: CcmmContext) {
    return employerId ? (await load.employer.load(employerId))?.name : employerName;
  }

  @FieldResolver(() => PasserelleEvent, {
    nullable: true,
    description: "The event at which the person was hired; null unless it was at one.",
  })
  event(@Root() { eventId }: PasserelleOutcome, @Ctx() { load }: CcmmContext) {
    return eventId && load.event.load(eventId);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: PasserelleOutcome): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }
}
