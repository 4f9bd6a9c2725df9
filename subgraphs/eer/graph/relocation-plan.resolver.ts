/** What the plan of a move leads to. */
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { EerContext } from "../context.ts";
import { leftToDo, RelocationSide } from "../domain/checklist.ts";
import { Organisation } from "./organisation.type.ts";
import { Region } from "./region.type.ts";
import { RelocationPlan, RelocationTask } from "./relocation-plan.type.ts";

@Resolver(() => RelocationPlan)
export class RelocationPlanResolver {
  @FieldResolver(() => Region, { description: "The region it leads to." })
  region(@Root() { regionCode }: RelocationPlan): Region {
    return { code: regionCode };
  }

  @FieldResolver(() => Organisation, { description: "Which of the three organisations made it." })
  organisation(@Root() { tenant }: RelocationPlan): Organisation {
    return { code: tenant };
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The partner in the region, EER's counterpart; null while none is named.",
  })
  regionalPartner(@Root() { regionalPartner }: RelocationPlan): Organisation | null {
    return regionalPartner === null ? null : { code: regionalPartner };
  }

  @FieldResolver(() => [RelocationTask], { description: "Its checklist, in order." })
  tasks(@Root() { id }: RelocationPlan, @Ctx() { load }: EerContext) {
    return load.tasksOfPlan.load(id);
  }

  @FieldResolver(() => Int, { description: "The items of the checklist that EER still has to do." })
  async leftToEer(@Root() { id }: RelocationPlan, @Ctx() { load }: EerContext) {
    return leftToDo(await load.tasksOfPlan.load(id), RelocationSide.EER);
  }

  @FieldResolver(() => Int, {
    description: "The items of the checklist that the regional partner still has to do.",
  })
  async leftToRegionalPartner(@Root() { id }: RelocationPlan, @Ctx() { load }: EerContext) {
    return leftToDo(await load.tasksOfPlan.load(id), RelocationSide.REGIONAL_PARTNER);
  }
}
