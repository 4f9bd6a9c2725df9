/** What this subgraph adds to an organisation: the team of each of the three, and how much it follows. */
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { largeEnough } from "../../../platform/suppress.ts";
import type { EerContext } from "../context.ts";
import { isTenant } from "../domain/tenant.ts";
import { Organisation } from "./organisation.type.ts";

@Resolver(() => Organisation)
export class OrganisationContribution {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "The counsellors of an organisation of Emplois en régions; null for any other, and when EER cannot be reached.",
  })
  counsellorCount(@Root() { code }: Organisation, @Ctx() { load }: EerContext) {
    return isTenant(code) ? load.counsellorsOfTenant(code) : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "The households in the care of its counsellors; null for fewer than five, for an organisation that is not of Emplois en régions, and when EER cannot be reached.",
  })
  async caseload(@Root() { code }: Organisation, @Ctx() { load }: EerContext) {
    return largeEnough(await load.caseloadOfTenant(code));
  }
}
