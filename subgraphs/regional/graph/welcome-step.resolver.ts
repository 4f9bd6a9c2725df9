/** What a step leads to. */
import { FieldResolver, Resolver, Root } from "type-graphql";
import { WelcomeArea } from "../domain/checklist.ts";
import { AREA_OF_STEP } from "../domain/step.ts";
import { WelcomeStep } from "./welcome-checklist.type.ts";

@Resolver(() => WelcomeStep)
export class WelcomeStepResolver {
  @FieldResolver(() => WelcomeArea, { description: "The area of the checklist that it serves." })
  area(@Root() { kind }: WelcomeStep): WelcomeArea {
    return AREA_OF_STEP[kind];
  }
}
