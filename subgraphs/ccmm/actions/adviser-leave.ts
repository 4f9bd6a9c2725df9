/** Record that an adviser leaves the team: no call is scheduled with them beyond their last day. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { AdviserRow } from "../store/adviser.row.ts";

@InputType({ description: "An adviser who leaves." })
export class PasserelleAdviserLeaveInput extends ChangeInput {
  @Field(() => ID, { description: "The adviser." })
  adviserId: string;

  @Field(() => DateScalar, { nullable: true, description: "Their last day; today unless told." })
  until?: string | null;
}

export const adviserLeave = defineAction<PasserelleAdviserLeaveInput, AdviserRow>({
  name: "passerelleAdviserLeave",
  roles: ["ADVISER", "SYSTEM"],
  row: AdviserRow,
  async apply(input, { find, save, today }) {
    const adviser = await find(AdviserRow, input.adviserId, "adviserId");
    const until = input.until ?? today;
    if (adviser.until !== null)
      throw new Refusal("WRONG_STATE", "This adviser has a last day already.", "adviserId");
    if (until < adviser.since)
      throw new Refusal("OUT_OF_RANGE", "The last day comes after the first.", "until");
    return save(AdviserRow, { ...adviser, until });
  },
});
