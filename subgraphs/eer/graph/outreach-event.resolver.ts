/** Outreach events, and what came of them. */
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { largeEnough } from "../../../platform/suppress.ts";
import type { EerContext } from "../context.ts";
import { OutreachEventRow } from "../store/outreach-event.row.ts";
import { Organisation } from "./organisation.type.ts";
import { filterOutreachEvents, OutreachEventFilter } from "./outreach-event.filter.ts";
import { OutreachEvent, OutreachEventConnection } from "./outreach-event.type.ts";

@Resolver(() => OutreachEvent)
export class OutreachEventResolver {
  @Query(() => OutreachEventConnection, {
    description: "The fairs, webinars and sessions, the latest first.",
  })
  outreachEvents(
    @Arg("filter", () => OutreachEventFilter, { nullable: true }) filter: OutreachEventFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: EerContext,
  ) {
    const query = filterOutreachEvents(manager.createQueryBuilder(OutreachEventRow, "event"), filter);
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

  @Query(() => OutreachEvent, {
    nullable: true,
    description: "An outreach event by its id; null when unknown.",
  })
  outreachEvent(@Arg("id", () => ID) id: string, @Ctx() { load }: EerContext) {
    return load.outreachEvent.load(id);
  }

  @FieldResolver(() => Organisation, { description: "Which of the three organisations holds it." })
  organisation(@Root() { tenant }: OutreachEvent): Organisation {
    return { code: tenant };
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "How many came, as the staff counted; null for fewer than five, and while it is not held.",
  })
  attendance(@Root() { attendance }: OutreachEvent) {
    return largeEnough(attendance ?? 0);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "The households whose source it was; null for fewer than five.",
  })
  async registrations(@Root() { id }: OutreachEvent, @Ctx() { load }: EerContext) {
    return largeEnough(await load.householdsOfOutreachEvent.load(id));
  }
}
