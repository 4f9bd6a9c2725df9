/** A step of a reflection plan is not needed. */
import { defineAction } from "../../../platform/action.ts";
import { ReflectionStepState } from "../domain/reflection.ts";
import { ReflectionStepRow } from "../store/reflection-step.row.ts";
import { endStep, type ReflectionStepEndInput } from "./reflection-step-end.ts";

export const reflectionStepDrop = defineAction<ReflectionStepEndInput, ReflectionStepRow>({
  name: "reflectionStepDrop",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: ReflectionStepRow,
  apply: (input, work) => endStep(input, ReflectionStepState.DROPPED, work),
});
