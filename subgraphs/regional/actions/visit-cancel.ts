/** Cancel a visit: it does not take place. */
import { IsNotEmpty, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { RegionalVisitState, VISIT_MOVES } from "../domain/visit.ts";
import { VisitRow } from "../store/visit.row.ts";

@InputType({ description: "A visit that does not take place." })
export class VisitCancelInput extends ChangeInput {
  @Field(() => ID, { description: "The visit, of your own partner." })
  visitId: string;

  @Field(() => String, { description: "Why, in words; at most 300 characters. Everybody can read it." })
  @IsNotEmpty()
  @MaxLength(300)
  reason: string;
}

export const visitCancel = defineAction<VisitCancelInput, VisitRow>({
  name: "visitCancel",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: VisitRow,
  async apply({ visitId, reason }, { find, save, viewer }) {
    const visit = await find(VisitRow, visitId, "visitId", { tenant: viewer.organisation });
    const state = move(VISIT_MOVES, visit.state, RegionalVisitState.CANCELLED, "visitId");
    return save(VisitRow, { ...visit, state, cancelReason: reason });
  },
});
