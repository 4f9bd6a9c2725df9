/** Record a business that the programme comes to know. */
import { IsOptional } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { BusinessRow } from "../store/business.row.ts";
import { BusinessProfileInput, profileIn } from "./business-profile.ts";
import { pastDay } from "./past-day.ts";

@InputType({ description: "A business to record." })
export class BusinessRecordInput extends BusinessProfileInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Since when the programme knows it; today unless told.",
  })
  @IsOptional()
  registeredOn?: string | null;
}

export const businessRecord = defineAction<BusinessRecordInput, BusinessRow>({
  name: "businessRecord",
  roles: ["OFFICER", "SYSTEM"],
  row: BusinessRow,
  async apply(input, work) {
    const registeredOn = pastDay(input.registeredOn, work.today, "registeredOn");
    return work.save(BusinessRow, { id: uuid(), ...(await profileIn(input, work)), registeredOn });
  },
});
