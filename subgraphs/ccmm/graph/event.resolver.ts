/** Recruitment events, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { CcmmContext } from "../context.ts";
import { by } from "../store/loaders.ts";
import { RecruitmentEventRow } from "../store/recruitment-event.row.ts";
import { filterEvents, PasserelleEventFilter } from "./event.filter.ts";
import {
  EventConnection,
  EventEmployerConnection,
  EventParticipantConnection,
  PasserelleEvent,
} from "./event.type.ts";
import { InterviewConnection } from "./interview.type.ts";
import { PairingConnection } from "./pairing.type.ts";

@Resolver(() => PasserelleEvent)
export class EventResolver {
  @Query(() => EventConnection, { description: "The recruitment events, the latest first." })
  passerelleEvents(
    @Arg("filter", () => PasserelleEventFilter, { nullable: true }) filter: PasserelleEventFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: CcmmContext,
  ) {
    const query = filterEvents(manager.createQueryBuilder(RecruitmentEventRow, "event"), filter);
    return waves.track(keysetPage(query, by("startsAt", "DESC"), page));
  }

  @Query(() => PasserelleEvent, {
    nullable: true,
    description: "A recruitment event by its id; null when unknown.",
  })
  passerelleEvent(@Arg("id", () => ID) id: string, @Ctx() { load }: CcmmContext) {
    return load.event.load(id);
  }

  @FieldResolver(() => EventEmployerConnection, {
    description: "The employers registered, the first registered first.",
  })
  employers(
    @Root() { id }: PasserelleEvent,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: CcmmContext,
  ) {
    return load.employersOfEvent(id, page);
  }

  @StaffOnly("ADVISER", "SYSTEM")
  @FieldResolver(() => EventParticipantConnection, {
    nullable: true,
    description: "The participants registered, the first registered first; null for anyone but CCMM's staff.",
  })
  participants(
    @Root() { id }: PasserelleEvent,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: CcmmContext,
  ) {
    return load.participantsOfEvent(id, page);
  }

  @StaffOnly("ADVISER", "SYSTEM")
  @FieldResolver(() => PairingConnection, {
    nullable: true,
    description: "The pairings of the matching exercise, the best first; null for anyone but CCMM's staff.",
  })
  pairings(
    @Root() { id }: PasserelleEvent,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: CcmmContext,
  ) {
    return load.pairingsOfEvent(id, page);
  }

  @StaffOnly("ADVISER", "SYSTEM")
  @FieldResolver(() => InterviewConnection, {
    nullable: true,
    description: "The interviews, in order; null for anyone but CCMM's staff.",
  })
  interviews(
    @Root() { id }: PasserelleEvent,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: CcmmContext,
  ) {
    return load.interviewsOfEvent(id, page);
  }
}
