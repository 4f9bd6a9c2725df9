/** What the section RELOCATION holds, for the registrations that the grant names. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { all } from "../../../platform/load.ts";
import type { EerContext } from "../context.ts";
import { Household } from "./household.type.ts";
import { PreDepartureCase } from "./pre-departure.type.ts";
import { Region } from "./region.type.ts";
import { householdIdsOf, householdsOf, travelGrantsOf } from "./relocation.households.ts";
import { RelocationPlan } from "./relocation-plan.type.ts";
import {
  RegionChoice,
  Relocation,
  RelocationAmbassador,
  RelocationReturn,
  TravelGrant,
} from "./relocation.type.ts";

@Resolver(() => Relocation)
export class RelocationResolver {
  @FieldResolver(() => [Household], {
    description: "The households to which the person belongs now; empty when EER knows none.",
  })
  households(@Root() { registrationIds }: Relocation, @Ctx() { load }: EerContext) {
    return householdsOf(registrationIds, load);
  }

  @FieldResolver(() => [RegionChoice], { description: "The regions chosen, the latest first." })
  async regionChoices(@Root() { registrationIds }: Relocation, @Ctx() { load }: EerContext) {
    return all(load.regionChoicesOfHousehold, await householdIdsOf(registrationIds, load));
  }

  @FieldResolver(() => [RelocationPlan], { description: "The plans of moves, the latest first." })
  async plans(@Root() { registrationIds }: Relocation, @Ctx() { load }: EerContext) {
    return all(load.plansOfHousehold, await householdIdsOf(registrationIds, load));
  }

  @FieldResolver(() => [TravelGrant], {
    description:
      "The household's travel grants, the latest first, without those of a member who is shown by their role alone.",
  })
  async travelGrants(@Root() { registrationIds }: Relocation, @Ctx() context: EerContext) {
    const households = await householdIdsOf(registrationIds, context.load);
    return (await Promise.all(households.map((id) => travelGrantsOf(id, context)))).flat();
  }

  @FieldResolver(() => [RelocationReturn], { description: "Why it left regions again, the latest first." })
  async returns(@Root() { registrationIds }: Relocation, @Ctx() { load }: EerContext) {
    return all(load.returnsOfHousehold, await householdIdsOf(registrationIds, load));
  }

  @FieldResolver(() => [RelocationAmbassador], {
    description: "Whether the person is or was an ambassador, the latest first.",
  })
  ambassadors(@Root() { registrationIds }: Relocation, @Ctx() { load }: EerContext) {
    return all(load.ambassadorsOfRegistration, registrationIds);
  }

  @FieldResolver(() => [PreDepartureCase], {
    description: "The person's pre-departure cases; empty when they did not come that way.",
  })
  async preDepartureCases(@Root() { registrationIds }: Relocation, @Ctx() { load }: EerContext) {
    const cases = await Promise.all(
      registrationIds.map((id) => load.preDepartureCaseOfRegistration.load(id)),
    );
    return cases.filter((each) => each !== null);
  }
}

@Resolver(() => RelocationReturn)
export class RelocationReturnResolver {
  @FieldResolver(() => Region, { description: "The region it left." })
  region(@Root() { regionCode }: RelocationReturn): Region {
    return { code: regionCode };
  }
}

@Resolver(() => RegionChoice)
export class RegionChoiceResolver {
  @FieldResolver(() => Region, { description: "The region." })
  region(@Root() { regionCode }: RegionChoice): Region {
    return { code: regionCode };
  }
}
