/** The changes of offers and the jobs that come of them. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { jobEndRecord, JobEndRecordInput } from "../actions/job-end-record.ts";
import { jobStartRecord, JobStartRecordInput } from "../actions/job-start-record.ts";
import { offerAccept, OfferAcceptInput } from "../actions/offer-accept.ts";
import { OfferEndInput } from "../actions/offer-end.ts";
import { offerPropose, OfferProposeInput } from "../actions/offer-propose.ts";
import { offerRefuse } from "../actions/offer-refuse.ts";
import { offerWithdraw } from "../actions/offer-withdraw.ts";
import type { FccqContext } from "../context.ts";
import { Offer } from "./offer.type.ts";

const OfferProposePayload = payloadOf("OfferPropose", "offer", () => Offer);
const OfferAcceptPayload = payloadOf("OfferAccept", "offer", () => Offer);
const OfferRefusePayload = payloadOf("OfferRefuse", "offer", () => Offer);
const OfferWithdrawPayload = payloadOf("OfferWithdraw", "offer", () => Offer);
const JobStartRecordPayload = payloadOf("JobStartRecord", "offer", () => Offer);
const JobEndRecordPayload = payloadOf("JobEndRecord", "offer", () => Offer);

@Resolver()
export class OfferMutations {
  @Mutation(() => OfferProposePayload, { description: "A business proposed a job. For FCCQ's officers." })
  offerPropose(@Arg("input") input: OfferProposeInput, @Ctx() context: FccqContext) {
    return payload("offer", offerPropose, input, context);
  }

  @Mutation(() => OfferAcceptPayload, {
    description: "The person accepted; the position is filled. For FCCQ's officers.",
  })
  offerAccept(@Arg("input") input: OfferAcceptInput, @Ctx() context: FccqContext) {
    return payload("offer", offerAccept, input, context);
  }

  @Mutation(() => OfferRefusePayload, { description: "The person refused. For FCCQ's officers." })
  offerRefuse(@Arg("input") input: OfferEndInput, @Ctx() context: FccqContext) {
    return payload("offer", offerRefuse, input, context);
  }

  @Mutation(() => OfferWithdrawPayload, {
    description: "The business withdrew the offer. For FCCQ's officers.",
  })
  offerWithdraw(@Arg("input") input: OfferEndInput, @Ctx() context: FccqContext) {
    return payload("offer", offerWithdraw, input, context);
  }

  @Mutation(() => JobStartRecordPayload, { description: "The person started the job. For FCCQ's officers." })
  jobStartRecord(@Arg("input") input: JobStartRecordInput, @Ctx() context: FccqContext) {
    return payload("offer", jobStartRecord, input, context);
  }

  @Mutation(() => JobEndRecordPayload, {
    description: "The job ended, or will not start. For FCCQ's officers.",
  })
  jobEndRecord(@Arg("input") input: JobEndRecordInput, @Ctx() context: FccqContext) {
    return payload("offer", jobEndRecord, input, context);
  }
}
