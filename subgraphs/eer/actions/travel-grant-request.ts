/** Ask for money so that a member of a household can travel to an employer's site. */
import { IsIn, IsNotEmpty, Max, MaxLength, Min } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { HouseholdRole } from "../domain/household.ts";
import { LARGEST_AMOUNT_CENTS } from "../domain/need.ts";
import { REGION_CODES } from "../domain/region.ts";
import { TravelGrantState } from "../domain/travel-grant.ts";
import { TravelGrantRow } from "../store/travel-grant.row.ts";
import { notBefore } from "./days.ts";
import { findSupportedMember } from "./own.ts";

@InputType({ description: "A travel grant to ask for." })
export class TravelGrantRequestInput extends ChangeInput {
  @Field(() => ID, { description: "Who travels: the principal or the spouse." })
  memberId: string;

  @Field(() => String, { description: "The employer visited; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  employer: string;

  @Field(() => String, { description: "The region of the site, by code." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => String, { description: "The city of the site; at most 100 characters." })
  @IsNotEmpty()
  @MaxLength(100)
  city: string;

  @Field(() => DateScalar, { description: "The day of the journey, today or later." })
  travelsOn: string;

  @Field(() => Int, { description: "The amount, in cents of Canadian dollars: 1 to 1,000,000." })
  @Min(1)
  @Max(LARGEST_AMOUNT_CENTS)
  amountCents: number;
}

export const travelGrantRequest = defineAction<TravelGrantRequestInput, TravelGrantRow>({
  name: "travelGrantRequest",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: TravelGrantRow,
  async apply(input, work) {
    const travelsOn = notBefore(input.travelsOn, work.today, "travelsOn");
    const member = await findSupportedMember(work, input.memberId);
    if (member.role === HouseholdRole.CHILD)
      throw new Refusal("OUT_OF_RANGE", "The principal or the spouse travels to an employer.", "memberId");
    return work.save(TravelGrantRow, {
      id: uuid(),
      tenant: member.tenant,
      householdId: member.householdId,
      memberId: member.id,
      employer: input.employer,
      regionCode: input.regionCode,
      city: input.city,
      travelsOn,
      amountCents: input.amountCents,
      state: TravelGrantState.REQUESTED,
      requestedOn: work.today,
      decidedOn: null,
      decidedBy: null,
      decisionReason: null,
      paidOn: null,
    });
  },
});
