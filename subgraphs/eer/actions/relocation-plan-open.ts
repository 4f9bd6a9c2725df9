/** Plan a household's move to the region it chose, with the checklist of both sides. */
import { IsOptional, Matches, MaxLength } from "class-validator";
import { In, IsNull } from "typeorm";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { ORGANISATION_CODE } from "../domain/partner.ts";
import { STANDARD_CHECKLIST } from "../domain/checklist.ts";
import { LIVING_THERE, PREPARING, RelocationPlanState } from "../domain/relocation.ts";
import { RegionChoiceRow } from "../store/region-choice.row.ts";
import { RelocationPlanRow } from "../store/relocation-plan.row.ts";
import { RelocationTaskRow } from "../store/relocation-task.row.ts";
import { findOpenHousehold } from "./own.ts";
import { newTask } from "./relocation-task-new.ts";

@InputType({ description: "A move to plan." })
export class RelocationPlanOpenInput extends ChangeInput {
  @Field(() => ID, { description: "The household, which has chosen a region." })
  householdId: string;

  @Field(() => String, {
    nullable: true,
    description: "The code of the partner in the region, when it is known.",
  })
  @IsOptional()
  @Matches(ORGANISATION_CODE)
  @MaxLength(60)
  regionalPartner?: string | null;
}

export const relocationPlanOpen = defineAction<RelocationPlanOpenInput, RelocationPlanRow>({
  name: "relocationPlanOpen",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: RelocationPlanRow,
  async apply(input, work) {
    const { manager, save, today } = work;
    const { id: householdId, tenant } = await findOpenHousehold(work, input.householdId);
    const choice = await manager.findOneBy(RegionChoiceRow, { householdId, supersededOn: IsNull() });
    if (!choice)
      throw new Refusal("WRONG_STATE", "The household has not chosen a region yet.", "householdId");
    const running = await manager.findBy(RelocationPlanRow, {
      householdId,
      state: In([...PREPARING, ...LIVING_THERE]),
    });
    if (running.some(({ state }) => PREPARING.includes(state)))
      throw new Refusal("CONFLICT", "A move of this household is being prepared already.", "householdId");
    if (running.some(({ regionCode, city }) => regionCode === choice.regionCode && city === choice.city))
      throw new Refusal("WRONG_STATE", "The household lives there already.", "householdId");
    const plan = await save(RelocationPlanRow, {
      id: uuid(),
      tenant,
      householdId,
      regionCode: choice.regionCode,
      city: choice.city,
      regionalPartner: input.regionalPartner ?? null,
      state: RelocationPlanState.PLANNED,
      openedOn: today,
      contactConfirmedOn: null,
      moveOn: null,
      arrivedOn: null,
      settledOn: null,
      endedOn: null,
      endNote: null,
    });
    await manager.insert(
      RelocationTaskRow,
      STANDARD_CHECKLIST.map((item, index) =>
        newTask(plan, index + 1, { ...item, title: null, dueOn: null }),
      ),
    );
    return plan;
  },
});
