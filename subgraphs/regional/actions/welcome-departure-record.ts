/** Record a departure: a household left the region again, and why. */
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { WelcomeDepartureReason, WelcomeDestination } from "../domain/welcome-case.ts";
import { WelcomeCaseRow } from "../store/welcome-case.row.ts";
import { depart } from "./departure.ts";
import { pastDay } from "./given-day.ts";
import { ownCase, WelcomeCaseChangeInput } from "./own-case.ts";

@InputType({ description: "A departure to record." })
export class WelcomeDepartureRecordInput extends WelcomeCaseChangeInput {
  @Field(() => DateScalar, { nullable: true, description: "When the household left; today unless told." })
  leftOn?: string | null;

  @Field(() => WelcomeDepartureReason, { description: "Why." })
  reason: WelcomeDepartureReason;

  @Field(() => WelcomeDestination, {
    defaultValue: WelcomeDestination.UNKNOWN,
    description: "Where it went.",
  })
  destination: WelcomeDestination;
}

export const welcomeDepartureRecord = defineAction<WelcomeDepartureRecordInput, WelcomeCaseRow>({
  name: "welcomeDepartureRecord",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: WelcomeCaseRow,
  async apply({ leftOn: given, reason, destination, ...input }, work) {
    const welcomeCase = await ownCase(input, work);
    const leftOn = pastDay(given, work.today, "leftOn");
    if (welcomeCase.arrivedOn && leftOn < welcomeCase.arrivedOn)
      throw new Refusal("OUT_OF_RANGE", "A household leaves after it arrived.", "leftOn");
    return depart(welcomeCase, { leftOn, reason, destination }, work);
  },
});
