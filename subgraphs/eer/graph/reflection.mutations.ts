/** The changes of reflection plans. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { reflectionPlanAbandon } from "../actions/reflection-plan-abandon.ts";
import { ReflectionPlanEndInput } from "../actions/reflection-plan-end.ts";
import { reflectionPlanOpen, ReflectionPlanOpenInput } from "../actions/reflection-plan-open.ts";
import { reflectionPlanValidate } from "../actions/reflection-plan-validate.ts";
import { reflectionStepAdd, ReflectionStepAddInput } from "../actions/reflection-step-add.ts";
import { reflectionStepComplete } from "../actions/reflection-step-complete.ts";
import { reflectionStepDrop } from "../actions/reflection-step-drop.ts";
import { ReflectionStepEndInput } from "../actions/reflection-step-end.ts";
import type { EerContext } from "../context.ts";
import { ReflectionPlan, ReflectionStep } from "./reflection.type.ts";

const ReflectionPlanOpenPayload = payloadOf("ReflectionPlanOpen", "plan", () => ReflectionPlan);
const ReflectionPlanValidatePayload = payloadOf("ReflectionPlanValidate", "plan", () => ReflectionPlan);
const ReflectionPlanAbandonPayload = payloadOf("ReflectionPlanAbandon", "plan", () => ReflectionPlan);
const ReflectionStepAddPayload = payloadOf("ReflectionStepAdd", "step", () => ReflectionStep);
const ReflectionStepCompletePayload = payloadOf("ReflectionStepComplete", "step", () => ReflectionStep);
const ReflectionStepDropPayload = payloadOf("ReflectionStepDrop", "step", () => ReflectionStep);

@Resolver()
export class ReflectionMutations {
  @Mutation(() => ReflectionPlanOpenPayload, {
    description: "Begins a reflection plan with its first steps. For EER's counsellors.",
  })
  reflectionPlanOpen(@Arg("input") input: ReflectionPlanOpenInput, @Ctx() context: EerContext) {
    return payload("plan", reflectionPlanOpen, input, context);
  }

  @Mutation(() => ReflectionPlanValidatePayload, {
    description: "Validates a reflection plan whose steps are ended. For EER's counsellors.",
  })
  reflectionPlanValidate(@Arg("input") input: ReflectionPlanEndInput, @Ctx() context: EerContext) {
    return payload("plan", reflectionPlanValidate, input, context);
  }

  @Mutation(() => ReflectionPlanAbandonPayload, {
    description: "Gives a reflection plan up. For EER's counsellors.",
  })
  reflectionPlanAbandon(@Arg("input") input: ReflectionPlanEndInput, @Ctx() context: EerContext) {
    return payload("plan", reflectionPlanAbandon, input, context);
  }

  @Mutation(() => ReflectionStepAddPayload, {
    description: "Adds a step at the end of a reflection plan. For EER's counsellors.",
  })
  reflectionStepAdd(@Arg("input") input: ReflectionStepAddInput, @Ctx() context: EerContext) {
    return payload("step", reflectionStepAdd, input, context);
  }

  @Mutation(() => ReflectionStepCompletePayload, { description: "A step was done. For EER's counsellors." })
  reflectionStepComplete(@Arg("input") input: ReflectionStepEndInput, @Ctx() context: EerContext) {
    return payload("step", reflectionStepComplete, input, context);
  }

  @Mutation(() => ReflectionStepDropPayload, { description: "A step is not needed. For EER's counsellors." })
  reflectionStepDrop(@Arg("input") input: ReflectionStepEndInput, @Ctx() context: EerContext) {
    return payload("step", reflectionStepDrop, input, context);
  }
}
