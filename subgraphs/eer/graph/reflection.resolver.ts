/** What a reflection plan leads to. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { EerContext } from "../context.ts";
import { ReflectionPlan, ReflectionStep } from "./reflection.type.ts";

@Resolver(() => ReflectionPlan)
export class ReflectionPlanResolver {
  @FieldResolver(() => [ReflectionStep], { description: "Its steps, in order." })
  steps(@Root() plan: ReflectionPlan, @Ctx() { load }: EerContext) {
    return load.stepsOfReflectionPlan.load(plan.id);
  }
}
