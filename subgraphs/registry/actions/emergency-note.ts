/** Take note of a file opened in an emergency: the responsible organisation has seen it. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { EmergencyAccessRow } from "../store/emergency-access.row.ts";

@InputType({ description: "A file opened in an emergency, to take note of." })
export class EmergencyNoteInput extends ChangeInput {
  @Field(() => ID, { description: "The emergency." })
  emergencyId: string;
}

export const emergencyNote = defineAction<EmergencyNoteInput, EmergencyAccessRow>({
  name: "emergencyNote",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL"],
  row: EmergencyAccessRow,
  async apply(input, { find, save, viewer, now }) {
    const told = { toldOrganisation: viewer.organisation };
    const emergency = await find(EmergencyAccessRow, input.emergencyId, "emergencyId", told);
    if (emergency.notedAt)
      throw new Refusal("WRONG_STATE", "Your organisation took note of it before.", "emergencyId");
    return save(EmergencyAccessRow, { ...emergency, notedAt: now, notedBy: viewer.subject });
  },
});
