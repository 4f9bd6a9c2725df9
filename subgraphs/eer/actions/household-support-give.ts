/** Give a member of a household a means of support, with what it cost. */
import { IsNotEmpty, IsOptional, Max, MaxLength, Min } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { HouseholdSupportKind, LARGEST_AMOUNT_CENTS } from "../domain/need.ts";
import { HouseholdNeedRow } from "../store/household-need.row.ts";
import { HouseholdSupportRow } from "../store/household-support.row.ts";
import { dayOfEvent } from "./days.ts";
import { findOwn, findSupportedMember } from "./own.ts";

@InputType({ description: "A means of support to give." })
export class HouseholdSupportGiveInput extends ChangeInput {
  @Field(() => ID, { description: "The member." })
  memberId: string;

  @Field(() => HouseholdSupportKind, { description: "What it is for." })
  kind: HouseholdSupportKind;

  @Field(() => Int, { description: "What it costs, in cents of Canadian dollars: 0 to 1,000,000." })
  @Min(0)
  @Max(LARGEST_AMOUNT_CENTS)
  amountCents: number;

  @Field(() => ID, { nullable: true, description: "The need of the same member that it answers." })
  needId?: string | null;

  @Field(() => String, { nullable: true, description: "In words; at most 1,000 characters." })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(1000)
  note?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  givenOn?: string | null;
}

export const householdSupportGive = defineAction<HouseholdSupportGiveInput, HouseholdSupportRow>({
  name: "householdSupportGive",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: HouseholdSupportRow,
  async apply(input, work) {
    const member = await findSupportedMember(work, input.memberId);
    const need = input.needId ? await findOwn(work, HouseholdNeedRow, input.needId, "needId") : null;
    if (need && need.memberId !== member.id)
      throw new Refusal("UNKNOWN_REFERENCE", "This need is another member's.", "needId");
    return work.save(HouseholdSupportRow, {
      id: uuid(),
      tenant: member.tenant,
      memberId: member.id,
      needId: need?.id ?? null,
      kind: input.kind,
      amountCents: input.amountCents,
      note: input.note ?? null,
      givenOn: dayOfEvent(input.givenOn, work.today, "givenOn", member.joinedOn),
      givenBy: work.viewer.subject,
    });
  },
});
