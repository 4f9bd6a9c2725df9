/** Calls, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { CcmmContext } from "../context.ts";
import { AdviserCallRow } from "../store/adviser-call.row.ts";
import { by } from "../store/loaders.ts";
import { PasserelleAdviser } from "./adviser.type.ts";
import { filterCalls, PasserelleCallFilter } from "./call.filter.ts";
import { CallConnection, PasserelleCall } from "./call.type.ts";
import { Candidate } from "./candidate.type.ts";
import { PasserelleParticipant } from "./participant.type.ts";

@Resolver(() => PasserelleCall)
export class CallResolver {
  @StaffOnly("ADVISER", "SYSTEM")
  @Query(() => CallConnection, { description: "The advisers' calls, the latest first. For CCMM's staff." })
  passerelleCalls(
    @Arg("filter", () => PasserelleCallFilter, { nullable: true }) filter: PasserelleCallFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: CcmmContext,
  ) {
    const query = filterCalls(manager.createQueryBuilder(AdviserCallRow, "call"), filter);
    return waves.track(keysetPage(query, by("startsAt", "DESC"), page));
  }

  @FieldResolver(() => PasserelleAdviser, { nullable: true, description: "The adviser who calls." })
  adviser(@Root() { adviserId }: PasserelleCall, @Ctx() { load }: CcmmContext) {
    return load.adviser.load(adviserId);
  }

  @FieldResolver(() => PasserelleParticipant, {
    nullable: true,
    description: "The file of the person called.",
  })
  participant(@Root() { registrationId }: PasserelleCall, @Ctx() { load }: CcmmContext) {
    return load.participantOfRegistration.load(registrationId);
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: PasserelleCall): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }
}
