/** The changes of regions chosen, returns and ambassadors. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { ambassadorStop, AmbassadorStopInput } from "../actions/ambassador-stop.ts";
import { ambassadorVolunteer, AmbassadorVolunteerInput } from "../actions/ambassador-volunteer.ts";
import { regionChoose, RegionChooseInput } from "../actions/region-choose.ts";
import { relocationReturnRecord, RelocationReturnRecordInput } from "../actions/relocation-return-record.ts";
import type { EerContext } from "../context.ts";
import { RegionChoice, RelocationAmbassador, RelocationReturn } from "./relocation.type.ts";

const RegionChoosePayload = payloadOf("RegionChoose", "choice", () => RegionChoice);
const RelocationReturnRecordPayload = payloadOf("RelocationReturnRecord", "return", () => RelocationReturn);
const AmbassadorVolunteerPayload = payloadOf("AmbassadorVolunteer", "ambassador", () => RelocationAmbassador);
const AmbassadorStopPayload = payloadOf("AmbassadorStop", "ambassador", () => RelocationAmbassador);

@Resolver()
export class RelocationMutations {
  @Mutation(() => RegionChoosePayload, {
    description: "A household chooses a region, or another one. For EER's counsellors.",
  })
  regionChoose(@Arg("input") input: RegionChooseInput, @Ctx() context: EerContext) {
    return payload("choice", regionChoose, input, context);
  }

  @Mutation(() => RelocationReturnRecordPayload, {
    description: "Records that a household left its region again, and why. For EER's counsellors.",
  })
  relocationReturnRecord(@Arg("input") input: RelocationReturnRecordInput, @Ctx() context: EerContext) {
    return payload("return", relocationReturnRecord, input, context);
  }

  @Mutation(() => AmbassadorVolunteerPayload, {
    description: "A person volunteers as an ambassador of the region they live in. For EER's counsellors.",
  })
  ambassadorVolunteer(@Arg("input") input: AmbassadorVolunteerInput, @Ctx() context: EerContext) {
    return payload("ambassador", ambassadorVolunteer, input, context);
  }

  @Mutation(() => AmbassadorStopPayload, { description: "An ambassador stops. For EER's counsellors." })
  ambassadorStop(@Arg("input") input: AmbassadorStopInput, @Ctx() context: EerContext) {
    return payload("ambassador", ambassadorStop, input, context);
  }
}
