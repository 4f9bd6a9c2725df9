/** A counsellor leaves the team, once others have taken over what they followed. */
import { IsNull } from "typeorm";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { PreDepartureState } from "../domain/pre-departure.ts";
import { CounsellorAssignmentRow } from "../store/counsellor-assignment.row.ts";
import { CounsellorRow } from "../store/counsellor.row.ts";
import { PreDepartureCaseRow } from "../store/pre-departure-case.row.ts";
import { dayOfEvent } from "./days.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "A counsellor who leaves." })
export class CounsellorLeaveInput extends ChangeInput {
  @Field(() => ID, { description: "The counsellor, with nothing in their care any more." })
  counsellorId: string;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  endedOn?: string | null;
}

export const counsellorLeave = defineAction<CounsellorLeaveInput, CounsellorRow>({
  name: "counsellorLeave",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: CounsellorRow,
  async apply(input, work) {
    const { manager, save, today } = work;
    const counsellor = await findOwn(work, CounsellorRow, input.counsellorId, "counsellorId");
    if (counsellor.endedOn !== null)
      throw new Refusal("WRONG_STATE", "This counsellor has left already.", "counsellorId");
    const counsellorId = counsellor.id;
    const cares =
      (await manager.existsBy(CounsellorAssignmentRow, { counsellorId, until: IsNull() })) ||
      (await manager.existsBy(PreDepartureCaseRow, { counsellorId, state: PreDepartureState.IN_PROGRESS }));
    if (cares)
      throw new Refusal(
        "WRONG_STATE",
        "Households or pre-departure cases are in this counsellor's care; hand them over first.",
        "counsellorId",
      );
    const endedOn = dayOfEvent(input.endedOn, today, "endedOn", counsellor.startedOn);
    return save(CounsellorRow, { ...counsellor, endedOn });
  },
});
