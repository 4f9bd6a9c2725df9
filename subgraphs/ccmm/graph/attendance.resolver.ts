/** What an attendance leads to. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { CcmmContext } from "../context.ts";
import { PasserelleActivity, PasserelleAttendance } from "./activity.type.ts";
import { Candidate } from "./candidate.type.ts";
import { PasserelleParticipant } from "./participant.type.ts";

@Resolver(() => PasserelleAttendance)
export class AttendanceResolver {
  @FieldResolver(() => PasserelleActivity, { nullable: true, description: "The activity." })
  activity(@Root() { activityId }: PasserelleAttendance, @Ctx() { load }: CcmmContext) {
    return load.activity.load(activityId);
  }

  @FieldResolver(() => PasserelleParticipant, { nullable: true, description: "The person's file." })
  participant(@Root() { registrationId }: PasserelleAttendance, @Ctx() { load }: CcmmContext) {
    return load.participantOfRegistration.load(registrationId);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: PasserelleAttendance): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }
}
