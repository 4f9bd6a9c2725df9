/** Hold a visit: it took place, and so many people were received. */
import { Max, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { RegionalVisitState, VISIT_MOVES } from "../domain/visit.ts";
import { VisitRow } from "../store/visit.row.ts";
import { pastDay } from "./given-day.ts";

@InputType({ description: "A visit that took place." })
export class VisitHoldInput extends ChangeInput {
  @Field(() => ID, { description: "The visit, of your own partner." })
  visitId: string;

  @Field(() => Int, { description: "How many people were received, 0 to 1,000." })
  @Min(0)
  @Max(1000)
  received: number;

  @Field(() => DateScalar, { nullable: true, description: "The day it took place; today unless told." })
  heldOn?: string | null;
}

export const visitHold = defineAction<VisitHoldInput, VisitRow>({
  name: "visitHold",
  roles: ["PROFESSIONAL", "SYSTEM"],
  row: VisitRow,
  async apply({ visitId, received, heldOn }, { find, save, viewer, today }) {
    const visit = await find(VisitRow, visitId, "visitId", { tenant: viewer.organisation });
    const state = move(VISIT_MOVES, visit.state, RegionalVisitState.HELD, "visitId");
    return save(VisitRow, { ...visit, state, received, heldOn: pastDay(heldOn, today, "heldOn") });
  },
});
