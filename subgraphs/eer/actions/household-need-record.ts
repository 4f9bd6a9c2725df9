/** Record what a member of a household needs. */
import { IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { HouseholdNeedKind, HouseholdNeedState } from "../domain/need.ts";
import { HouseholdNeedRow } from "../store/household-need.row.ts";
import { findSupportedMember } from "./own.ts";

@InputType({ description: "A need to record." })
export class HouseholdNeedRecordInput extends ChangeInput {
  @Field(() => ID, { description: "The member." })
  memberId: string;

  @Field(() => HouseholdNeedKind, { description: "What is needed." })
  kind: HouseholdNeedKind;

  @Field(() => String, {
    nullable: true,
    description: "In words, where the kind does not say enough; at most 1,000 characters.",
  })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(1000)
  description?: string | null;
}

export const householdNeedRecord = defineAction<HouseholdNeedRecordInput, HouseholdNeedRow>({
  name: "householdNeedRecord",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: HouseholdNeedRow,
  async apply(input, work) {
    const member = await findSupportedMember(work, input.memberId);
    return work.save(HouseholdNeedRow, {
      id: uuid(),
      tenant: member.tenant,
      memberId: member.id,
      kind: input.kind,
      description: input.description ?? null,
      state: HouseholdNeedState.OPEN,
      recordedOn: work.today,
      closedOn: null,
    });
  },
});
