/** Confirm that a household and the partner in its region are in contact. */
import { IsOptional, Matches, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { ORGANISATION_CODE } from "../domain/partner.ts";
import { PREPARING } from "../domain/relocation.ts";
import { RelocationPlanRow } from "../store/relocation-plan.row.ts";
import { dayOfEvent } from "./days.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "A contact to confirm." })
export class RelocationContactConfirmInput extends ChangeInput {
  @Field(() => ID, { description: "The plan of the move." })
  planId: string;

  @Field(() => String, {
    nullable: true,
    description: "The code of the partner; the one of the plan unless told.",
  })
  @IsOptional()
  @Matches(ORGANISATION_CODE)
  @MaxLength(60)
  regionalPartner?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  confirmedOn?: string | null;
}

export const relocationContactConfirm = defineAction<RelocationContactConfirmInput, RelocationPlanRow>({
  name: "relocationContactConfirm",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: RelocationPlanRow,
  async apply(input, work) {
    const plan = await findOwn(work, RelocationPlanRow, input.planId, "planId");
    if (!PREPARING.includes(plan.state) || plan.contactConfirmedOn !== null)
      throw new Refusal("WRONG_STATE", "The contact was confirmed, or is no longer awaited.", "planId");
    const regionalPartner = input.regionalPartner ?? plan.regionalPartner;
    if (regionalPartner === null)
      throw new Refusal("REQUIRED", "Name the partner in the region.", "regionalPartner");
    return work.save(RelocationPlanRow, {
      ...plan,
      regionalPartner,
      contactConfirmedOn: dayOfEvent(input.confirmedOn, work.today, "confirmedOn", plan.openedOn),
    });
  },
});
