/** What those who take part in an activity lead to. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { FccqContext } from "../context.ts";
import { ActivityCompany, ActivityParticipation } from "./activity-attendance.type.ts";
import { Activity } from "./activity.type.ts";
import { Business } from "./business.type.ts";
import { Candidate } from "./candidate.type.ts";

@Resolver(() => ActivityCompany)
export class ActivityCompanyResolver {
  @FieldResolver(() => Business, { nullable: true, description: "The business." })
  business(@Root() company: ActivityCompany, @Ctx() { load }: FccqContext) {
    return load.business.load(company.businessId);
  }
}

@Resolver(() => ActivityParticipation)
export class ActivityParticipationResolver {
  @FieldResolver(() => Activity, { nullable: true, description: "The activity." })
  activity(@Root() participation: ActivityParticipation, @Ctx() { load }: FccqContext) {
    return load.activity.load(participation.activityId);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: ActivityParticipation): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }
}
