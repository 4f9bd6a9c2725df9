/** Withdraw a declaration of readiness, with the reason; both stay. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { ReadinessRow } from "../store/readiness.row.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "A declaration of readiness to withdraw." })
export class ReadinessWithdrawInput extends ChangeInput {
  @Field(() => ID, { description: "The declaration." })
  readinessId: string;

  @Field(() => String, { description: "Why, in words; at most 1,000 characters." })
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}

export const readinessWithdraw = defineAction<ReadinessWithdrawInput, ReadinessRow>({
  name: "readinessWithdraw",
  roles: ["COUNSELLOR"],
  row: ReadinessRow,
  async apply(input, work) {
    const readiness = await findOwn(work, ReadinessRow, input.readinessId, "readinessId");
    if (readiness.withdrawnAt !== null)
      throw new Refusal("WRONG_STATE", "This declaration was withdrawn already.", "readinessId");
    return work.save(ReadinessRow, {
      ...readiness,
      withdrawnAt: work.now,
      withdrawnBy: work.viewer.subject,
      withdrawalReason: input.reason,
    });
  },
});
