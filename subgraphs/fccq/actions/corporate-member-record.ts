/** Record that a business became a corporate member of the federation. */
import { IsOptional } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { BusinessRow } from "../store/business.row.ts";
import { CorporateMemberRow } from "../store/corporate-member.row.ts";
import { pastDay } from "./past-day.ts";

@InputType({ description: "A corporate membership to record." })
export class CorporateMemberRecordInput extends ChangeInput {
  @Field(() => ID, { description: "The business, which is not a member then." })
  businessId: string;

  @Field(() => DateScalar, { nullable: true, description: "Since when; today unless told." })
  @IsOptional()
  since?: string | null;
}

export const corporateMemberRecord = defineAction<CorporateMemberRecordInput, CorporateMemberRow>({
  name: "corporateMemberRecord",
  roles: ["OFFICER"],
  row: CorporateMemberRow,
  async apply(input, { find, save, today }) {
    const business = await find(BusinessRow, input.businessId, "businessId");
    const since = pastDay(input.since, today, "since");
    return save(CorporateMemberRow, { id: uuid(), businessId: business.id, since, until: null });
  },
});
