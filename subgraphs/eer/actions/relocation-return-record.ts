/** Record that a household left its region again, and why; its ambassadors no longer speak of it. */
import { ArrayMaxSize, IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { In, IsNull } from "typeorm";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import {
  RELOCATION_MOVES,
  RelocationPlanState,
  RelocationReturnDestination,
  RelocationReturnReason,
} from "../domain/relocation.ts";
import { MILESTONE_OF_RETURN } from "../domain/milestone.ts";
import { AmbassadorRow } from "../store/ambassador.row.ts";
import { HouseholdMemberRow } from "../store/household-member.row.ts";
import { RelocationPlanRow } from "../store/relocation-plan.row.ts";
import { RelocationReturnRow } from "../store/relocation-return.row.ts";
import { dayOfEvent } from "./days.ts";
import { findOwn } from "./own.ts";
import { tellHousehold } from "./tell-household.ts";

@InputType({ description: "Why a household left its region again." })
export class RelocationReturnRecordInput extends ChangeInput {
  @Field(() => ID, { description: "The plan of the move that led there." })
  planId: string;

  @Field(() => RelocationReturnReason, { description: "The main reason." })
  reason: RelocationReturnReason;

  @Field(() => [RelocationReturnReason], { defaultValue: [], description: "What else counted." })
  @ArrayMaxSize(12)
  otherReasons: RelocationReturnReason[];

  @Field(() => RelocationReturnDestination, { description: "Where it went." })
  destination: RelocationReturnDestination;

  @Field(() => String, { nullable: true, description: "In words; at most 1,000 characters." })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(1000)
  note?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When it left; today unless told." })
  returnedOn?: string | null;
}

export const relocationReturnRecord = defineAction<RelocationReturnRecordInput, RelocationReturnRow>({
  name: "relocationReturnRecord",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: RelocationReturnRow,
  async apply(input, work) {
    const { manager, save, viewer, today } = work;
    const plan = await findOwn(work, RelocationPlanRow, input.planId, "planId");
    const state = move(RELOCATION_MOVES, plan.state, RelocationPlanState.LEFT, "planId");
    const since = plan.settledOn ?? plan.arrivedOn ?? plan.openedOn;
    const returnedOn = dayOfEvent(input.returnedOn, today, "returnedOn", since);
    await save(RelocationPlanRow, { ...plan, state, endedOn: returnedOn });
    const members = await manager.findBy(HouseholdMemberRow, { householdId: plan.householdId });
    const registrations = members.map(({ registrationId }) => registrationId).filter((id) => id !== null);
    await manager.update(
      AmbassadorRow,
      { registrationId: In(registrations), regionCode: plan.regionCode, until: IsNull() },
      { until: today },
    );
    const id = uuid();
    await tellHousehold(work, plan.householdId, {
      kind: MILESTONE_OF_RETURN[input.destination],
      sourceId: `relocation-return:${id}`,
      on: returnedOn,
    });
    return save(RelocationReturnRow, {
      id,
      tenant: plan.tenant,
      householdId: plan.householdId,
      planId: plan.id,
      regionCode: plan.regionCode,
      returnedOn,
      reason: input.reason,
      otherReasons: [...new Set(input.otherReasons)].filter((reason) => reason !== input.reason),
      destination: input.destination,
      note: input.note ?? null,
      recordedBy: viewer.subject,
    });
  },
});
