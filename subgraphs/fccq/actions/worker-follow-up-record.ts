/** Record a follow-up of a person at work. */
import { IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { WorkerFollowUpChannel } from "../domain/worker-follow-up.ts";
import { WorkerFollowUpRow } from "../store/worker-follow-up.row.ts";
import { jobOf } from "./job-of-offer.ts";
import { pastDay } from "./past-day.ts";

@InputType({ description: "A follow-up to record." })
export class WorkerFollowUpRecordInput extends ChangeInput {
  @Field(() => ID, { description: "The offer, which was accepted, and whose job has not ended." })
  offerId: string;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  @IsOptional()
  madeOn?: string | null;

  @Field(() => WorkerFollowUpChannel, { description: "How." })
  channel: WorkerFollowUpChannel;

  @Field(() => Boolean, { description: "Whether the person still held the job." })
  employed: boolean;

  @Field(() => String, { description: "What was said, in words; at most 2,000 characters." })
  @IsNotEmpty()
  @MaxLength(2000)
  note: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When to ask again; null when nothing is planned.",
  })
  @IsOptional()
  nextOn?: string | null;
}

export const workerFollowUpRecord = defineAction<WorkerFollowUpRecordInput, WorkerFollowUpRow>({
  name: "workerFollowUpRecord",
  roles: ["OFFICER"],
  row: WorkerFollowUpRow,
  async apply(input, { find, save, today }) {
    const job = await jobOf(input.offerId, { find });
    const madeOn = pastDay(input.madeOn, today, "madeOn", job.answeredOn);
    const nextOn = input.nextOn ?? null;
    if (nextOn !== null && nextOn <= madeOn)
      throw new Refusal("OUT_OF_RANGE", "The next follow-up comes after this one.", "nextOn");
    return save(WorkerFollowUpRow, {
      id: uuid(),
      registrationId: job.registrationId,
      offerId: job.id,
      madeOn,
      channel: input.channel,
      employed: input.employed,
      note: input.note,
      nextOn,
    });
  },
});
