/** What the file of one registration leads to. */
import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { EerContext } from "../context.ts";
import { ELIGIBILITY_RULES } from "../domain/eligibility.ts";
import { ReflectionPlanState } from "../domain/reflection.ts";
import { Candidate } from "./candidate.type.ts";
import { Counsellor } from "./counsellor.type.ts";
import { EmployabilityEligibility, EmployabilityEligibilityRule } from "./eligibility.type.ts";
import { EmployabilityFile, Readiness } from "./employability.type.ts";
import { presentCounsellor } from "./household.resolver.ts";
import { Organisation } from "./organisation.type.ts";
import { ReflectionPlan } from "./reflection.type.ts";
import { householdIdsOf } from "./relocation.households.ts";

@Resolver(() => EmployabilityFile)
export class EmployabilityFileResolver {
  @Query(() => [EmployabilityEligibilityRule], {
    description: "The rules of eligibility over time, the oldest first; each holds until the next.",
  })
  employabilityEligibilityRules() {
    return ELIGIBILITY_RULES;
  }

  @FieldResolver(() => Candidate, {
    nullable: true,
    description: "The person; null when the viewer may not know of them.",
  })
  candidate(@Root() { registrationId }: EmployabilityFile): Pick<Candidate, "registrationId"> {
    return { registrationId };
  }

  @FieldResolver(() => Organisation, { description: "Which of the three organisations keeps it." })
  organisation(@Root() file: EmployabilityFile): Organisation {
    return { code: file.tenant };
  }

  @FieldResolver(() => Counsellor, {
    nullable: true,
    description: "The counsellor of the person's household; null while none is named.",
  })
  async counsellor(@Root() file: EmployabilityFile, @Ctx() { load }: EerContext) {
    const [householdId] = await householdIdsOf([file.registrationId], load);
    return householdId === undefined ? null : presentCounsellor(householdId, load);
  }

  @FieldResolver(() => EmployabilityEligibility, {
    nullable: true,
    description: "The last assessment of eligibility; null before the first.",
  })
  async eligibility(@Root() file: EmployabilityFile, @Ctx() { load }: EerContext) {
    return (await load.assessmentsOfRegistration.load(file.registrationId))[0] ?? null;
  }

  @FieldResolver(() => [EmployabilityEligibility], { description: "Every assessment, the latest first." })
  eligibilityAssessments(@Root() file: EmployabilityFile, @Ctx() { load }: EerContext) {
    return load.assessmentsOfRegistration.load(file.registrationId);
  }

  @FieldResolver(() => ReflectionPlan, {
    nullable: true,
    description: "The reflection plan in progress or validated; null when there is none.",
  })
  async reflectionPlan(@Root() file: EmployabilityFile, @Ctx() { load }: EerContext) {
    const plans = await load.reflectionPlansOfRegistration.load(file.registrationId);
    return plans.find(({ state }) => state !== ReflectionPlanState.ABANDONED) ?? null;
  }

  @FieldResolver(() => [ReflectionPlan], { description: "Every reflection plan, the latest first." })
  reflectionPlans(@Root() file: EmployabilityFile, @Ctx() { load }: EerContext) {
    return load.reflectionPlansOfRegistration.load(file.registrationId);
  }

  @FieldResolver(() => Readiness, {
    nullable: true,
    description: "The declaration of readiness that holds; null while the person is not ready.",
  })
  async readiness(@Root() file: EmployabilityFile, @Ctx() { load }: EerContext) {
    const declared = await load.readinessOfRegistration.load(file.registrationId);
    return declared.find(({ withdrawnAt }) => withdrawnAt === null) ?? null;
  }

  @FieldResolver(() => [Readiness], {
    description: "Every declaration of readiness, the latest first, those withdrawn included.",
  })
  readinessHistory(@Root() file: EmployabilityFile, @Ctx() { load }: EerContext) {
    return load.readinessOfRegistration.load(file.registrationId);
  }
}
