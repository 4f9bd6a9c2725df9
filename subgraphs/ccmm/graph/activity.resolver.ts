/** Activities, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { CcmmContext } from "../context.ts";
import { ActivityRow } from "../store/activity.row.ts";
import { by } from "../store/loaders.ts";
import { filterActivities, PasserelleActivityFilter } from "./activity.filter.ts";
import {
  ActivityConnection,
  AttendanceConnection,
  PasserelleActivity,
  PasserelleSpeaker,
} from "./activity.type.ts";

@Resolver(() => PasserelleActivity)
export class ActivityResolver {
  @Query(() => ActivityConnection, {
    description: "The activities of the preparatory pathway, the latest first.",
  })
  passerelleActivities(
    @Arg("filter", () => PasserelleActivityFilter, { nullable: true })
    filter: PasserelleActivityFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: CcmmContext,
  ) {
    const query = filterActivities(manager.createQueryBuilder(ActivityRow, "activity"), filter);
    return waves.track(keysetPage(query, by("startsAt", "DESC"), page));
  }

  @Query(() => PasserelleActivity, {
    nullable: true,
    description: "An activity by its id; null when unknown.",
  })
  passerelleActivity(@Arg("id", () => ID) id: string, @Ctx() { load }: CcmmContext) {
    return load.activity.load(id);
  }

  @FieldResolver(() => [PasserelleSpeaker], { description: "Who speaks." })
  speakers(@Root() { id }: PasserelleActivity, @Ctx() { load }: CcmmContext) {
    return load.speakersOfActivity.load(id);
  }

  @StaffOnly("ADVISER", "SYSTEM")
  @FieldResolver(() => AttendanceConnection, {
    nullable: true,
    description: "Who is enrolled and who came; null for anyone but CCMM's staff.",
  })
  attendances(
    @Root() { id }: PasserelleActivity,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: CcmmContext,
  ) {
    return load.attendancesOfActivity(id, page);
  }
}
