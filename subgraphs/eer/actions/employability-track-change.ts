/** Change what a person moves to a region for; a principal's household is counted by it. */
import { IsNull } from "typeorm";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { HouseholdRole } from "../domain/household.ts";
import { EmployabilityTrack } from "../domain/track.ts";
import { EmployabilityFileRow } from "../store/employability-file.row.ts";
import { HouseholdMemberRow } from "../store/household-member.row.ts";
import { HouseholdRow } from "../store/household.row.ts";
import { ReadinessRow } from "../store/readiness.row.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "A change of track." })
export class EmployabilityTrackChangeInput extends ChangeInput {
  @Field(() => ID, { description: "The person's file." })
  fileId: string;

  @Field(() => EmployabilityTrack, { description: "The new track." })
  track: EmployabilityTrack;
}

export const employabilityTrackChange = defineAction<EmployabilityTrackChangeInput, EmployabilityFileRow>({
  name: "employabilityTrackChange",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: EmployabilityFileRow,
  async apply(input, work) {
    const { manager, save, today } = work;
    const { track } = input;
    const file = await findOwn(work, EmployabilityFileRow, input.fileId, "fileId");
    const { registrationId } = file;
    if (file.track === track) throw new Refusal("WRONG_STATE", "The person is on this track.", "track");
    if (await manager.existsBy(ReadinessRow, { registrationId, withdrawnAt: IsNull() }))
      throw new Refusal(
        "WRONG_STATE",
        "The person was declared ready on their track; withdraw that first.",
        "fileId",
      );
    const principal = await manager.findOneBy(HouseholdMemberRow, {
      registrationId,
      role: HouseholdRole.PRINCIPAL,
      leftOn: IsNull(),
    });
    if (principal) await manager.update(HouseholdRow, { id: principal.householdId }, { track });
    return save(EmployabilityFileRow, { ...file, track, trackSince: today });
  },
});
