/** A person who lives in their region volunteers as an ambassador of it. */
import { ArrayNotEmpty } from "class-validator";
import { In, IsNull } from "typeorm";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { AmbassadorActivity } from "../domain/ambassador.ts";
import { LIVING_THERE } from "../domain/relocation.ts";
import { AmbassadorRow } from "../store/ambassador.row.ts";
import { RelocationPlanRow } from "../store/relocation-plan.row.ts";
import { findPresentMember } from "./own.ts";

@InputType({ description: "Somebody who volunteers as an ambassador." })
export class AmbassadorVolunteerInput extends ChangeInput {
  @Field(() => ID, { description: "The member, registered, of a household that lives in its region." })
  memberId: string;

  @Field(() => [AmbassadorActivity], { description: "What they are willing to do; at least one." })
  @ArrayNotEmpty()
  activities: AmbassadorActivity[];
}

export const ambassadorVolunteer = defineAction<AmbassadorVolunteerInput, AmbassadorRow>({
  name: "ambassadorVolunteer",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: AmbassadorRow,
  async apply(input, work) {
    const { manager, save, today } = work;
    const { tenant, householdId, registrationId } = await findPresentMember(work, input.memberId);
    if (registrationId === null)
      throw new Refusal("WRONG_STATE", "Only a registered person is an ambassador.", "memberId");
    const home = await manager.findOneBy(RelocationPlanRow, { householdId, state: In([...LIVING_THERE]) });
    if (!home)
      throw new Refusal("WRONG_STATE", "This household does not live in its region yet.", "memberId");
    if (await manager.existsBy(AmbassadorRow, { registrationId, until: IsNull() }))
      throw new Refusal("CONFLICT", "This person is an ambassador already.", "memberId");
    return save(AmbassadorRow, {
      id: uuid(),
      tenant,
      registrationId,
      regionCode: home.regionCode,
      activities: [...new Set(input.activities)],
      since: today,
      until: null,
    });
  },
});
