/** The changes of moves and their checklist. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import {
  relocationArrivalConfirm,
  RelocationArrivalConfirmInput,
} from "../actions/relocation-arrival-confirm.ts";
import {
  relocationContactConfirm,
  RelocationContactConfirmInput,
} from "../actions/relocation-contact-confirm.ts";
import { relocationMoveDate, RelocationMoveDateInput } from "../actions/relocation-move-date.ts";
import { relocationPlanAbandon, RelocationPlanAbandonInput } from "../actions/relocation-plan-abandon.ts";
import { relocationPlanOpen, RelocationPlanOpenInput } from "../actions/relocation-plan-open.ts";
import { relocationSettle, RelocationSettleInput } from "../actions/relocation-settle.ts";
import { relocationTaskAdd, RelocationTaskAddInput } from "../actions/relocation-task-add.ts";
import { relocationTaskComplete } from "../actions/relocation-task-complete.ts";
import { RelocationTaskMoveInput } from "../actions/relocation-task-move.ts";
import { relocationTaskReopen } from "../actions/relocation-task-reopen.ts";
import { relocationTaskSetAside } from "../actions/relocation-task-set-aside.ts";
import type { EerContext } from "../context.ts";
import { RelocationPlan, RelocationTask } from "./relocation-plan.type.ts";

const RelocationPlanOpenPayload = payloadOf("RelocationPlanOpen", "plan", () => RelocationPlan);
const RelocationContactConfirmPayload = payloadOf("RelocationContactConfirm", "plan", () => RelocationPlan);
const RelocationMoveDatePayload = payloadOf("RelocationMoveDate", "plan", () => RelocationPlan);
const RelocationArrivalConfirmPayload = payloadOf("RelocationArrivalConfirm", "plan", () => RelocationPlan);
const RelocationSettlePayload = payloadOf("RelocationSettle", "plan", () => RelocationPlan);
const RelocationPlanAbandonPayload = payloadOf("RelocationPlanAbandon", "plan", () => RelocationPlan);
const RelocationTaskAddPayload = payloadOf("RelocationTaskAdd", "task", () => RelocationTask);
const RelocationTaskCompletePayload = payloadOf("RelocationTaskComplete", "task", () => RelocationTask);
const RelocationTaskSetAsidePayload = payloadOf("RelocationTaskSetAside", "task", () => RelocationTask);
const RelocationTaskReopenPayload = payloadOf("RelocationTaskReopen", "task", () => RelocationTask);

@Resolver()
export class RelocationPlanMutations {
  @Mutation(() => RelocationPlanOpenPayload, {
    description:
      "Plans the move of a household to the region it chose, with its checklist. For EER's counsellors.",
  })
  relocationPlanOpen(@Arg("input") input: RelocationPlanOpenInput, @Ctx() context: EerContext) {
    return payload("plan", relocationPlanOpen, input, context);
  }

  @Mutation(() => RelocationContactConfirmPayload, {
    description:
      "Confirms that the household and the regional partner are in contact. For EER's counsellors.",
  })
  relocationContactConfirm(@Arg("input") input: RelocationContactConfirmInput, @Ctx() context: EerContext) {
    return payload("plan", relocationContactConfirm, input, context);
  }

  @Mutation(() => RelocationMoveDatePayload, {
    description: "Gives a move its day, or another one. For EER's counsellors.",
  })
  relocationMoveDate(@Arg("input") input: RelocationMoveDateInput, @Ctx() context: EerContext) {
    return payload("plan", relocationMoveDate, input, context);
  }

  @Mutation(() => RelocationArrivalConfirmPayload, {
    description: "Confirms that a household arrived in its region. For EER's counsellors.",
  })
  relocationArrivalConfirm(@Arg("input") input: RelocationArrivalConfirmInput, @Ctx() context: EerContext) {
    return payload("plan", relocationArrivalConfirm, input, context);
  }

  @Mutation(() => RelocationSettlePayload, {
    description: "A household is settled in, with nothing left to do on either side. For EER's counsellors.",
  })
  relocationSettle(@Arg("input") input: RelocationSettleInput, @Ctx() context: EerContext) {
    return payload("plan", relocationSettle, input, context);
  }

  @Mutation(() => RelocationPlanAbandonPayload, {
    description: "Gives a move up before it is made. For EER's counsellors.",
  })
  relocationPlanAbandon(@Arg("input") input: RelocationPlanAbandonInput, @Ctx() context: EerContext) {
    return payload("plan", relocationPlanAbandon, input, context);
  }

  @Mutation(() => RelocationTaskAddPayload, {
    description: "Adds an item to the checklist, for one side or the other. For EER's counsellors.",
  })
  relocationTaskAdd(@Arg("input") input: RelocationTaskAddInput, @Ctx() context: EerContext) {
    return payload("task", relocationTaskAdd, input, context);
  }

  @Mutation(() => RelocationTaskCompletePayload, { description: "An item was done. For EER's counsellors." })
  relocationTaskComplete(@Arg("input") input: RelocationTaskMoveInput, @Ctx() context: EerContext) {
    return payload("task", relocationTaskComplete, input, context);
  }

  @Mutation(() => RelocationTaskSetAsidePayload, {
    description: "The household has no use for an item. For EER's counsellors.",
  })
  relocationTaskSetAside(@Arg("input") input: RelocationTaskMoveInput, @Ctx() context: EerContext) {
    return payload("task", relocationTaskSetAside, input, context);
  }

  @Mutation(() => RelocationTaskReopenPayload, {
    description: "An item is to be done after all. For EER's counsellors.",
  })
  relocationTaskReopen(@Arg("input") input: RelocationTaskMoveInput, @Ctx() context: EerContext) {
    return payload("task", relocationTaskReopen, input, context);
  }
}
