/** What this subgraph adds to an organisation: the regional partner it is, with its regions and its capacity. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RegionalContext } from "../context.ts";
import { Organisation } from "./organisation.type.ts";
import { RegionalPartner } from "./regional-partner.type.ts";

@Resolver(() => Organisation)
export class OrganisationContribution {
  @FieldResolver(() => RegionalPartner, {
    nullable: true,
    description:
      "The regional partner it is, with its regions and its capacity; null for any other organisation.",
  })
  async regionalPartner(@Root() { code }: Organisation, @Ctx() { load }: RegionalContext) {
    const partners = await load.partners();
    return partners.find((partner) => partner.code === code) ?? null;
  }
}
