/** Record a retention check: still there, left for a reason, or out of reach. */
import { IsIn } from "class-validator";
import { Field, InputType, Int } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import {
  departureIsExplained,
  RETENTION_MONTHS,
  RETENTION_MOVES,
  RetentionOutcome,
} from "../domain/retention.ts";
import { WelcomeDepartureReason, WelcomeDestination } from "../domain/welcome-case.ts";
import { RetentionCheckRow } from "../store/retention-check.row.ts";
import { depart } from "./departure.ts";
import { pastDay } from "./given-day.ts";
import { ownCaseUnderWay, saveStanding, WelcomeCaseChangeInput } from "./own-case.ts";

@InputType({ description: "What a retention check found." })
export class RetentionCheckRecordInput extends WelcomeCaseChangeInput {
  @Field(() => Int, { description: "Which check, by the months after the arrival: 3, 6 or 12." })
  @IsIn(RETENTION_MONTHS)
  months: number;

  @Field(() => RetentionOutcome, { description: "What was found; `LEFT` ends the case." })
  outcome: RetentionOutcome;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When somebody asked, on the due day or later; today unless told.",
  })
  checkedOn?: string | null;

  @Field(() => WelcomeDepartureReason, { nullable: true, description: "Why it left; required with `LEFT`." })
  departureReason?: WelcomeDepartureReason | null;

  @Field(() => WelcomeDestination, {
    defaultValue: WelcomeDestination.UNKNOWN,
    description: "Where it went; says nothing unless the outcome is `LEFT`.",
  })
  destination: WelcomeDestination;
}

export const retentionCheckRecord = defineAction<RetentionCheckRecordInput, RetentionCheckRow>({
  name: "retentionCheckRecord",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: RetentionCheckRow,
  async apply(input, work) {
    const departureReason = input.departureReason ?? null;
    if (!departureIsExplained(input.outcome, departureReason))
      throw new Refusal(
        "REQUIRED",
        "Who left did so for a reason, and only who left has one.",
        "departureReason",
      );
    const checkedOn = pastDay(input.checkedOn, work.today, "checkedOn");
    const welcomeCase = await ownCaseUnderWay(input, work);
    const { id: caseId } = welcomeCase;
    const check = await work.manager.findOneBy(RetentionCheckRow, { caseId, months: input.months });
    if (!check) throw new Refusal("WRONG_STATE", "A household is checked on after it has arrived.", "caseId");
    const outcome = move(RETENTION_MOVES, check.outcome, input.outcome, "outcome");
    if (checkedOn < check.dueOn) {
      throw new Refusal(
        "OUT_OF_RANGE",
        `This check is due on ${check.dueOn}; a departure before then is recorded with welcomeDepartureRecord.`,
        "checkedOn",
      );
    }
    const recorded = await work.save(RetentionCheckRow, {
      ...check,
      outcome,
      departureReason,
      checkedOn,
      checkedBy: work.viewer.subject,
    });
    if (departureReason) {
      const departure = { leftOn: checkedOn, reason: departureReason, destination: input.destination };
      await depart(welcomeCase, departure, work);
    } else {
      await saveStanding(welcomeCase, work);
    }
    return recorded;
  },
});
