/** Activities, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { FccqContext } from "../context.ts";
import { ACTIVITY_MOVES, ActivityState } from "../domain/activity.ts";
import { ActivityRow } from "../store/activity.row.ts";
import { ActivityCompanyConnection, ActivityParticipationConnection } from "./activity-attendance.type.ts";
import { ActivityFilter, filterActivities } from "./activity.filter.ts";
import { Activity, ActivityConnection, ActivityPart } from "./activity.type.ts";
import { Chamber } from "./chamber.type.ts";
import { Region } from "./region.type.ts";

@Resolver(() => Activity)
export class ActivityResolver {
  @Query(() => ActivityConnection, { description: "The activities of the programme, the latest first." })
  activities(
    @Arg("filter", () => ActivityFilter, { nullable: true }) filter: ActivityFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: FccqContext,
  ) {
    const query = filterActivities(manager.createQueryBuilder(ActivityRow, "activity"), filter);
    return waves.track(
      keysetPage(
        query,
        [
          { property: "heldOn", direction: "DESC" },
          { property: "id", direction: "DESC" },
        ],
        page,
      ),
    );
  }

  @Query(() => Activity, { nullable: true, description: "An activity by its id; null when unknown." })
  activity(@Arg("id", () => ID) id: string, @Ctx() { load }: FccqContext) {
    return load.activity.load(id);
  }

  @FieldResolver(() => [ActivityState], { description: "What may follow its state." })
  nextStates(@Root() activity: Activity) {
    return ACTIVITY_MOVES[activity.state];
  }

  @FieldResolver(() => Region, { description: "Its region." })
  region(@Root() activity: Activity): Region {
    return { code: activity.regionCode };
  }

  @FieldResolver(() => Chamber, { nullable: true, description: "The chamber that hosts it; null when none." })
  chamber(@Root() activity: Activity, @Ctx() { load }: FccqContext) {
    return activity.chamberId && load.chamber.load(activity.chamberId);
  }

  @FieldResolver(() => [ActivityPart], { description: "Its programme of the day, in order." })
  programme(@Root() activity: Activity, @Ctx() { load }: FccqContext) {
    return load.partsOfActivity.load(activity.id);
  }

  @FieldResolver(() => Int, { description: "The companies that came or are expected." })
  companyCount(@Root() activity: Activity, @Ctx() { load }: FccqContext) {
    return load.companyCountOfActivity.load(activity.id);
  }

  @FieldResolver(() => ActivityCompanyConnection, { description: "The companies that take part." })
  companies(@Root() activity: Activity, @Args(() => PageArgs) page: PageArgs, @Ctx() { load }: FccqContext) {
    return load.companiesOfActivity(activity.id, page);
  }

  // Beside the published figures, the count of a small activity could be computed back: it is the staff's.
  @StaffOnly("OFFICER", "SYSTEM")
  @FieldResolver(() => Int, {
    nullable: true,
    description: "The people who came or are expected; null for anyone but FCCQ's staff.",
  })
  participantCount(@Root() activity: Activity, @Ctx() { load }: FccqContext) {
    return load.participantCountOfActivity.load(activity.id);
  }

  @StaffOnly("OFFICER", "SYSTEM")
  @FieldResolver(() => ActivityParticipationConnection, {
    nullable: true,
    description: "The people who take part; null for anyone but FCCQ's staff.",
  })
  participants(
    @Root() activity: Activity,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: FccqContext,
  ) {
    return load.participantsOfActivity(activity.id, page);
  }
}
