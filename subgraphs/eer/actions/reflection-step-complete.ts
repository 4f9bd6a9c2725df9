/** A step of a reflection plan was done. */
import { defineAction } from "../../../platform/action.ts";
import { ReflectionStepState } from "../domain/reflection.ts";
import { ReflectionStepRow } from "../store/reflection-step.row.ts";
import { endStep, type ReflectionStepEndInput } from "./reflection-step-end.ts";

export const reflectionStepComplete = defineAction<ReflectionStepEndInput, ReflectionStepRow>({
  name: "reflectionStepComplete",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: ReflectionStepRow,
  apply: (input, work) => endStep(input, ReflectionStepState.DONE, work),
});
