/** Employers, and what they lead to. */
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { keysetPage, PageArgs } from "../../../platform/page.ts";
import { StaffOnly } from "../../../platform/staff.ts";
import type { CcmmContext } from "../context.ts";
import { isReturning } from "../domain/employer.ts";
import { EmployerRow } from "../store/employer.row.ts";
import { by } from "../store/loaders.ts";
import { filterEmployers, PasserelleEmployerFilter } from "./employer.filter.ts";
import { EmployerConnection, PasserelleEmployer } from "./employer.type.ts";
import { EventEmployerConnection } from "./event.type.ts";
import { ExchangeConnection } from "./exchange.type.ts";

@Resolver(() => PasserelleEmployer)
export class EmployerResolver {
  @Query(() => EmployerConnection, { description: "The employers of the programme, by name." })
  passerelleEmployers(
    @Arg("filter", () => PasserelleEmployerFilter, { nullable: true })
    filter: PasserelleEmployerFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { manager, waves }: CcmmContext,
  ) {
    const query = filterEmployers(manager.createQueryBuilder(EmployerRow, "employer"), filter);
    return waves.track(keysetPage(query, by("name", "ASC"), page));
  }

  @Query(() => PasserelleEmployer, {
    nullable: true,
    description: "An employer by its id; null when unknown.",
  })
  passerelleEmployer(@Arg("id", () => ID) id: string, @Ctx() { load }: CcmmContext) {
    return load.employer.load(id);
  }

  @FieldResolver(() => Int, { description: "The events at which it was present." })
  eventsAttended(@Root() { id }: PasserelleEmployer, @Ctx() { load }: CcmmContext) {
    return load.presencesOfEmployer.load(id);
  }

  @FieldResolver(() => Boolean, { description: "Whether it came back: present at more than one event." })
  async returning(@Root() { id }: PasserelleEmployer, @Ctx() { load }: CcmmContext) {
    return isReturning(await load.presencesOfEmployer.load(id));
  }

  @FieldResolver(() => EventEmployerConnection, {
    description: "The events it registered for, the latest registered first.",
  })
  events(
    @Root() { id }: PasserelleEmployer,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: CcmmContext,
  ) {
    return load.eventsOfEmployer(id, page);
  }

  @StaffOnly("ADVISER", "SYSTEM")
  @FieldResolver(() => ExchangeConnection, {
    nullable: true,
    description: "Its exchanges with participants, the latest first; null for anyone but CCMM's staff.",
  })
  exchanges(
    @Root() { id }: PasserelleEmployer,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: CcmmContext,
  ) {
    return load.exchangesOfEmployer(id, page);
  }
}
