/** The person of a pre-departure case arrived in Québec. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { tell } from "../../../platform/outbox.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { PRE_DEPARTURE_MOVES, PreDepartureState } from "../domain/pre-departure.ts";
import { MILESTONE_OF } from "../domain/milestone.ts";
import { PreDepartureCaseRow } from "../store/pre-departure-case.row.ts";
import { dayOfEvent } from "./days.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "An arrival in Québec." })
export class PreDepartureCaseArriveInput extends ChangeInput {
  @Field(() => ID, { description: "The case." })
  caseId: string;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  arrivedOn?: string | null;
}

export const preDepartureCaseArrive = defineAction<PreDepartureCaseArriveInput, PreDepartureCaseRow>({
  name: "preDepartureCaseArrive",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: PreDepartureCaseRow,
  async apply(input, work) {
    const found = await findOwn(work, PreDepartureCaseRow, input.caseId, "caseId");
    const state = move(PRE_DEPARTURE_MOVES, found.state, PreDepartureState.ARRIVED, "caseId");
    const arrivedOn = dayOfEvent(input.arrivedOn, work.today, "arrivedOn", found.receivedOn);
    await tell(work, {
      kind: MILESTONE_OF.preDepartureCaseArrive,
      registrationId: found.registrationId,
      sourceId: `pre-departure-case:${found.id}:arrived`,
      on: arrivedOn,
    });
    return work.save(PreDepartureCaseRow, { ...found, state, arrivedOn });
  },
});
