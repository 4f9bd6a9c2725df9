/** Give a household into the care of a counsellor; whoever had it hands it over. */
import { IsNull } from "typeorm";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { MILESTONE_OF } from "../domain/milestone.ts";
import { CounsellorAssignmentRow } from "../store/counsellor-assignment.row.ts";
import { dayOfEvent } from "./days.ts";
import { findActiveCounsellor } from "./find-active-counsellor.ts";
import { findOpenHousehold } from "./own.ts";
import { tellHousehold } from "./tell-household.ts";

@InputType({ description: "A household and the counsellor who takes care of it." })
export class CounsellorAssignInput extends ChangeInput {
  @Field(() => ID, { description: "The household." })
  householdId: string;

  @Field(() => ID, { description: "The counsellor, of the same organisation." })
  counsellorId: string;

  @Field(() => DateScalar, { nullable: true, description: "Since when; today unless told." })
  since?: string | null;
}

export const counsellorAssign = defineAction<CounsellorAssignInput, CounsellorAssignmentRow>({
  name: "counsellorAssign",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: CounsellorAssignmentRow,
  async apply(input, work) {
    const { manager, save, today } = work;
    const household = await findOpenHousehold(work, input.householdId);
    const counsellor = await findActiveCounsellor(work, input.counsellorId);
    const present = await manager.findOneBy(CounsellorAssignmentRow, {
      householdId: household.id,
      until: IsNull(),
    });
    if (present?.counsellorId === counsellor.id)
      throw new Refusal("WRONG_STATE", "This household is in their care already.", "counsellorId");
    const since = dayOfEvent(input.since, today, "since", present?.since ?? household.openedOn);
    if (present) await save(CounsellorAssignmentRow, { ...present, until: since });
    const id = uuid();
    await tellHousehold(work, household.id, {
      kind: MILESTONE_OF.counsellorAssign,
      sourceId: `assignment:${id}`,
      on: since,
    });
    return save(CounsellorAssignmentRow, {
      id,
      tenant: household.tenant,
      householdId: household.id,
      counsellorId: counsellor.id,
      since,
      until: null,
    });
  },
});
