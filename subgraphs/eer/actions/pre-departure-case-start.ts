/** A counsellor begins with a person still abroad, or takes over from another. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { PRE_DEPARTURE_MOVES, PreDepartureState } from "../domain/pre-departure.ts";
import { PreDepartureCaseRow } from "../store/pre-departure-case.row.ts";
import { findActiveCounsellor } from "./find-active-counsellor.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "A pre-departure case and the counsellor who begins with it." })
export class PreDepartureCaseStartInput extends ChangeInput {
  @Field(() => ID, { description: "The case." })
  caseId: string;

  @Field(() => ID, { description: "The counsellor, of the same organisation." })
  counsellorId: string;
}

export const preDepartureCaseStart = defineAction<PreDepartureCaseStartInput, PreDepartureCaseRow>({
  name: "preDepartureCaseStart",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: PreDepartureCaseRow,
  async apply(input, work) {
    const found = await findOwn(work, PreDepartureCaseRow, input.caseId, "caseId");
    const state = move(PRE_DEPARTURE_MOVES, found.state, PreDepartureState.IN_PROGRESS, "caseId");
    const counsellor = await findActiveCounsellor(work, input.counsellorId);
    return work.save(PreDepartureCaseRow, { ...found, state, counsellorId: counsellor.id });
  },
});
