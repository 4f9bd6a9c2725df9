/** Add a business to an activity that is still to come. */
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { ActivityAttendance } from "../domain/activity.ts";
import { ActivityCompanyRow } from "../store/activity-company.row.ts";
import { ActivityRow } from "../store/activity.row.ts";
import { BusinessRow } from "../store/business.row.ts";
import { refuseOnceHeld } from "./activity-to-come.ts";

@InputType({ description: "A business that takes part in an activity." })
export class ActivityCompanyAddInput extends ChangeInput {
  @Field(() => ID, { description: "The activity, which was not held yet." })
  activityId: string;

  @Field(() => ID, { description: "The business." })
  businessId: string;
}

export const activityCompanyAdd = defineAction<ActivityCompanyAddInput, ActivityRow>({
  name: "activityCompanyAdd",
  roles: ["OFFICER", "SYSTEM"],
  row: ActivityRow,
  async apply(input, { find, save, manager }) {
    const activity = await find(ActivityRow, input.activityId, "activityId");
    refuseOnceHeld(activity.state, "activityId");
    const business = await find(BusinessRow, input.businessId, "businessId");
    const place = { activityId: activity.id, businessId: business.id };
    if (await manager.existsBy(ActivityCompanyRow, place)) {
      throw new Refusal("CONFLICT", "They take part in this activity already.", "businessId");
    }
    await save(ActivityCompanyRow, { id: uuid(), ...place, attendance: ActivityAttendance.EXPECTED });
    return activity;
  },
});
