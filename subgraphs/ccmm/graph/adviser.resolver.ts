/** Advisers, and what they lead to. */
import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { CcmmContext } from "../context.ts";
import { AdviserConnection, PasserelleAdviser } from "./adviser.type.ts";
import { CallConnection } from "./call.type.ts";
import { ParticipantConnection } from "./participant.type.ts";

@Resolver(() => PasserelleAdviser)
export class AdviserResolver {
  @Query(() => AdviserConnection, { description: "The advisers of Talents et diversité, by name." })
  passerelleAdvisers(@Args(() => PageArgs) page: PageArgs, @Ctx() { load }: CcmmContext) {
    return load.advisers(page);
  }

  @StaffOnly("ADVISER", "SYSTEM")
  @FieldResolver(() => Int, {
    nullable: true,
    description: "The open files they advise; null for anyone but CCMM's staff.",
  })
  openFiles(@Root() { id }: PasserelleAdviser, @Ctx() { load }: CcmmContext) {
    return load.openFilesOfAdviser.load(id);
  }

  @StaffOnly("ADVISER", "SYSTEM")
  @FieldResolver(() => ParticipantConnection, {
    nullable: true,
    description: "The people they advise, the latest registered first; null for anyone but CCMM's staff.",
  })
  participants(
    @Root() { id }: PasserelleAdviser,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: CcmmContext,
  ) {
    return load.participantsOfAdviser(id, page);
  }

  @StaffOnly("ADVISER", "SYSTEM")
  @FieldResolver(() => CallConnection, {
    nullable: true,
    description: "Their calls, the latest first; null for anyone but CCMM's staff.",
  })
  calls(
    @Root() { id }: PasserelleAdviser,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: CcmmContext,
  ) {
    return load.callsOfAdviser(id, page);
  }
}
