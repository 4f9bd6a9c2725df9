/** Interviews, and what they lead to. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import type { FccqContext } from "../context.ts";
import { endOfSlot, INTERVIEW_MOVES, InterviewState } from "../domain/interview.ts";
import { Business } from "./business.type.ts";
import { Candidate } from "./candidate.type.ts";
import { Interview, InterviewEvent } from "./interview.type.ts";
import { Match } from "./match.type.ts";
import { Position } from "./position.type.ts";

@Resolver(() => Interview)
export class InterviewResolver {
  @FieldResolver(() => DateTimeScalar, { description: "When it ends: fifteen minutes later." })
  endsAt(@Root() interview: Interview) {
    return endOfSlot(interview.startsAt);
  }

  @FieldResolver(() => [InterviewState], { description: "What may follow its state." })
  nextStates(@Root() interview: Interview) {
    return INTERVIEW_MOVES[interview.state];
  }

  @FieldResolver(() => InterviewEvent, { nullable: true, description: "Its event." })
  event(@Root() interview: Interview, @Ctx() { load }: FccqContext) {
    return load.interviewEvent.load(interview.eventId);
  }

  @FieldResolver(() => String, { nullable: true, description: "The name of its private room." })
  async roomName(@Root() interview: Interview, @Ctx() { load }: FccqContext) {
    return (await load.interviewRoom.load(interview.roomId))?.name;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Where the two parties enter its private room.",
  })
  async link(@Root() interview: Interview, @Ctx() { load }: FccqContext) {
    return (await load.interviewRoom.load(interview.roomId))?.link;
  }

  @FieldResolver(() => Match, {
    nullable: true,
    description: "The match that it follows; its state is the outcome.",
  })
  match(@Root() interview: Interview, @Ctx() { load }: FccqContext) {
    return load.match.load(interview.matchId);
  }

  @FieldResolver(() => Position, { nullable: true, description: "The position that it is about." })
  position(@Root() interview: Interview, @Ctx() { load }: FccqContext) {
    return load.position.load(interview.positionId);
  }

  // Through its position, so that all businesses of a request are read at once.
  @FieldResolver(() => Business, { nullable: true, description: "One party: the business." })
  async business(@Root() interview: Interview, @Ctx() { load }: FccqContext) {
    const position = await load.position.load(interview.positionId);
    return position && load.business.load(position.businessId);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The other party: the person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: Interview): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }
}
