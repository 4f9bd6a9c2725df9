/** A retention check in the graph. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { RetentionOutcome } from "../domain/retention.ts";
import { WelcomeDepartureReason } from "../domain/welcome-case.ts";

registerEnumType(RetentionOutcome, {
  name: "RetentionOutcome",
  description: "What a retention check found.",
  valuesConfig: {
    PENDING: { description: "Nobody has asked yet (à faire)." },
    STILL_THERE: { description: "The household is still in the region (toujours en région)." },
    LEFT: { description: "The household left the region (a quitté la région)." },
    UNREACHABLE: { description: "The household could not be reached (injoignable)." },
  },
});

@ObjectType({
  description: "Whether a household is still there some months after it arrived (suivi du maintien).",
})
export class RetentionCheck {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => Int, { description: "The months after the arrival: 3, 6 or 12." })
  months: number;

  @Field(() => DateScalar, { description: "From when it can be answered: so many months after the arrival." })
  dueOn: string;

  @Field(() => RetentionOutcome, { description: "What was found." })
  outcome: RetentionOutcome;

  @Field(() => WelcomeDepartureReason, {
    nullable: true,
    description: "Why the household left; null otherwise.",
  })
  departureReason: WelcomeDepartureReason | null;

  @Field(() => DateScalar, { nullable: true, description: "When somebody asked; null until then." })
  checkedOn: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The professional who asked, by the subject of their token; null until then.",
  })
  checkedBy: string | null;

  caseId: string;
}

export const RetentionCheckConnection = connectionOf(() => RetentionCheck, "RetentionCheck");
