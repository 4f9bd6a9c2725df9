/** Remove a business from an activity that is still to come. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { ActivityCompanyRow } from "../store/activity-company.row.ts";
import { ActivityRow } from "../store/activity.row.ts";
import { refuseOnceHeld } from "./activity-to-come.ts";

@InputType({ description: "A place in an activity that is given up." })
export class ActivityCompanyRemoveInput extends ChangeInput {
  @Field(() => ID, { description: "The place in the activity (`ActivityCompany`)." })
  companyId: string;
}

export const activityCompanyRemove = defineAction<ActivityCompanyRemoveInput, ActivityRow>({
  name: "activityCompanyRemove",
  roles: ["OFFICER", "SYSTEM"],
  row: ActivityRow,
  async apply(input, { find, manager }) {
    const place = await find(ActivityCompanyRow, input.companyId, "companyId");
    const activity = await find(ActivityRow, place.activityId, "companyId");
    refuseOnceHeld(activity.state, "companyId");
    await manager.delete(ActivityCompanyRow, { id: place.id });
    return activity;
  },
});
