/** Record that a job ended, or that it will not start. */
import { IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { OfferRow } from "../store/offer.row.ts";
import { jobOf } from "./job-of-offer.ts";
import { pastDay } from "./past-day.ts";

@InputType({ description: "A job that ended." })
export class JobEndRecordInput extends ChangeInput {
  @Field(() => ID, {
    description: "The offer, which was accepted, and whose job lasts or was still to start.",
  })
  offerId: string;

  @Field(() => String, { description: "Why, in words; at most 1,000 characters." })
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  @IsOptional()
  endedOn?: string | null;
}

export const jobEndRecord = defineAction<JobEndRecordInput, OfferRow>({
  name: "jobEndRecord",
  roles: ["OFFICER", "SYSTEM"],
  row: OfferRow,
  async apply(input, { find, save, today }) {
    const job = await jobOf(input.offerId, { find });
    const endedOn = pastDay(input.endedOn, today, "endedOn", job.startedOn ?? job.answeredOn);
    return save(OfferRow, { ...job, endedOn, endReason: input.reason });
  },
});
