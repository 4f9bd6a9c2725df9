/** A pre-departure case ends before an arrival. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { tell } from "../../../platform/outbox.ts";
import { PRE_DEPARTURE_MOVES, PreDepartureCloseReason, PreDepartureState } from "../domain/pre-departure.ts";
import { MILESTONE_OF_PRE_DEPARTURE_CLOSING } from "../domain/milestone.ts";
import { PreDepartureCaseRow } from "../store/pre-departure-case.row.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "A pre-departure case to close." })
export class PreDepartureCaseCloseInput extends ChangeInput {
  @Field(() => ID, { description: "The case." })
  caseId: string;

  @Field(() => PreDepartureCloseReason, { description: "Why." })
  reason: PreDepartureCloseReason;
}

export const preDepartureCaseClose = defineAction<PreDepartureCaseCloseInput, PreDepartureCaseRow>({
  name: "preDepartureCaseClose",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: PreDepartureCaseRow,
  async apply(input, work) {
    const found = await findOwn(work, PreDepartureCaseRow, input.caseId, "caseId");
    const state = move(PRE_DEPARTURE_MOVES, found.state, PreDepartureState.CLOSED, "caseId");
    await tell(work, {
      kind: MILESTONE_OF_PRE_DEPARTURE_CLOSING[input.reason],
      registrationId: found.registrationId,
      sourceId: `pre-departure-case:${found.id}:closed`,
    });
    return work.save(PreDepartureCaseRow, {
      ...found,
      state,
      closedOn: work.today,
      closeReason: input.reason,
    });
  },
});
