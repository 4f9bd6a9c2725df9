/** Record that a person started the job that they accepted. */
import { IsOptional } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { OfferRow } from "../store/offer.row.ts";
import { jobOf } from "./job-of-offer.ts";
import { pastDay } from "./past-day.ts";

@InputType({ description: "A job that started." })
export class JobStartRecordInput extends ChangeInput {
  @Field(() => ID, { description: "The offer, which was accepted, and whose job has not started." })
  offerId: string;

  @Field(() => DateScalar, { nullable: true, description: "When the person started; today unless told." })
  @IsOptional()
  startedOn?: string | null;
}

export const jobStartRecord = defineAction<JobStartRecordInput, OfferRow>({
  name: "jobStartRecord",
  roles: ["OFFICER", "SYSTEM"],
  row: OfferRow,
  async apply(input, { find, save, today }) {
    const job = await jobOf(input.offerId, { find });
    if (job.startedOn !== null) throw new Refusal("WRONG_STATE", "This job has started already.", "offerId");
    const startedOn = pastDay(input.startedOn, today, "startedOn", job.answeredOn);
    return save(OfferRow, { ...job, startedOn });
  },
});
