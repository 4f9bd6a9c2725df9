/** What this subgraph adds to an organisation: CCMM's programmes and its advisers. */
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { PageArgs } from "../../../platform/page.ts";
import type { CcmmContext } from "../context.ts";
import { CCMM, PROGRAMMES } from "../domain/programme.ts";
import { AdviserConnection } from "./adviser.type.ts";
import { Organisation, PasserelleProgramme } from "./organisation.type.ts";

@Resolver(() => Organisation)
export class OrganisationContribution {
  @FieldResolver(() => [PasserelleProgramme], {
    nullable: true,
    description: "CCMM's programmes, the current one first; null for any other organisation.",
  })
  passerelleProgrammes(@Root() { code }: Organisation) {
    return code === CCMM ? PROGRAMMES : null;
  }

  @FieldResolver(() => AdviserConnection, {
    nullable: true,
    description: "The advisers of Talents et diversité, by name; null for any other organisation than CCMM.",
  })
  passerelleAdvisers(
    @Root() { code }: Organisation,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { load }: CcmmContext,
  ) {
    return code === CCMM ? load.advisers(page) : null;
  }
}
