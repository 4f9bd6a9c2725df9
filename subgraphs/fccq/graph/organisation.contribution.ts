/** What this organisation adds to itself among the organisations: the size of its network. */
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { dayInQuebec } from "../../../platform/action.ts";
import type { FccqContext } from "../context.ts";
import { networkOf } from "../domain/network.ts";
import { BusinessNetwork, Organisation } from "./organisation.type.ts";

@Resolver(() => Organisation)
export class OrganisationContribution {
  @FieldResolver(() => BusinessNetwork, {
    nullable: true,
    description: "Its network of businesses; null for any organisation but FCCQ.",
  })
  businessNetwork(@Root() organisation: Organisation, @Ctx() { now }: FccqContext): BusinessNetwork | null {
    return networkOf(organisation.code, dayInQuebec(now()));
  }
}

@Resolver(() => BusinessNetwork)
export class BusinessNetworkResolver {
  @FieldResolver(() => Int, { description: "Its chambers of commerce (chambres de commerce)." })
  chambers(@Root() { asOf }: BusinessNetwork, @Ctx() { load }: FccqContext) {
    return load.figures.chambersOn.load(asOf);
  }

  @FieldResolver(() => Int, { description: "Its corporate members (membres corporatifs)." })
  corporateMembers(@Root() { asOf }: BusinessNetwork, @Ctx() { load }: FccqContext) {
    return load.figures.corporateMembersOn.load(asOf);
  }

  @FieldResolver(() => Int, { description: "The businesses that it represents (entreprises)." })
  businesses(@Root() { asOf }: BusinessNetwork, @Ctx() { load }: FccqContext) {
    return load.figures.businessesOn.load(asOf);
  }

  @FieldResolver(() => Int, { description: "The positions open at its businesses (postes ouverts)." })
  openPositions(@Root() { asOf }: BusinessNetwork, @Ctx() { load }: FccqContext) {
    return load.figures.positionsOpenOn.load(asOf);
  }

  @FieldResolver(() => Int, { description: "The regions that its programme targets (régions ciblées)." })
  targetedRegions(@Root() { asOf }: BusinessNetwork, @Ctx() { load }: FccqContext) {
    return load.figures.targetedRegionsOn.load(asOf);
  }
}
