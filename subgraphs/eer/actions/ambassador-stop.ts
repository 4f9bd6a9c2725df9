/** An ambassador no longer wants to be one. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { AmbassadorRow } from "../store/ambassador.row.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "An ambassador who stops." })
export class AmbassadorStopInput extends ChangeInput {
  @Field(() => ID, { description: "The ambassador." })
  ambassadorId: string;
}

export const ambassadorStop = defineAction<AmbassadorStopInput, AmbassadorRow>({
  name: "ambassadorStop",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: AmbassadorRow,
  async apply(input, work) {
    const ambassador = await findOwn(work, AmbassadorRow, input.ambassadorId, "ambassadorId");
    if (ambassador.until !== null)
      throw new Refusal("WRONG_STATE", "This person is no longer an ambassador.", "ambassadorId");
    return work.save(AmbassadorRow, { ...ambassador, until: work.today });
  },
});
