/** Correct what is known of a business. */
import { Field, ID, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { BusinessRow } from "../store/business.row.ts";
import { BusinessProfileInput, profileIn } from "./business-profile.ts";

@InputType({ description: "A business as it should be; it replaces what was known whole." })
export class BusinessCorrectInput extends BusinessProfileInput {
  @Field(() => ID, { description: "The business." })
  businessId: string;
}

export const businessCorrect = defineAction<BusinessCorrectInput, BusinessRow>({
  name: "businessCorrect",
  roles: ["OFFICER", "SYSTEM"],
  row: BusinessRow,
  async apply(input, work) {
    const business = await work.find(BusinessRow, input.businessId, "businessId");
    return work.save(BusinessRow, { ...business, ...(await profileIn(input, work)) });
  },
});
