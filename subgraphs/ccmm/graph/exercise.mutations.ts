/** The changes of the matching exercise of an event. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { PasserelleEventChangeInput } from "../actions/event-change.ts";
import { exerciseComplete } from "../actions/exercise-complete.ts";
import { exerciseReopen } from "../actions/exercise-reopen.ts";
import { exerciseRun, PasserelleExerciseRunInput } from "../actions/exercise-run.ts";
import { pairingConfirm } from "../actions/pairing-confirm.ts";
import { PasserellePairingDecisionInput } from "../actions/pairing-decide.ts";
import { pairingPropose, PasserellePairingProposeInput } from "../actions/pairing-propose.ts";
import { pairingSetAside } from "../actions/pairing-set-aside.ts";
import type { CcmmContext } from "../context.ts";
import { PasserelleEvent } from "./event.type.ts";
import { PasserellePairing } from "./pairing.type.ts";

const ExerciseRunPayload = payloadOf("PasserelleExerciseRun", "event", () => PasserelleEvent);
const PairingProposePayload = payloadOf("PasserellePairingPropose", "pairing", () => PasserellePairing);
const PairingConfirmPayload = payloadOf("PasserellePairingConfirm", "pairing", () => PasserellePairing);
const PairingSetAsidePayload = payloadOf("PasserellePairingSetAside", "pairing", () => PasserellePairing);
const ExerciseCompletePayload = payloadOf("PasserelleExerciseComplete", "event", () => PasserelleEvent);
const ExerciseReopenPayload = payloadOf("PasserelleExerciseReopen", "event", () => PasserelleEvent);

@Resolver()
export class ExerciseMutations {
  @Mutation(() => ExerciseRunPayload, {
    description:
      "Runs the matching exercise of an event: pairings are proposed with their reasons. For CCMM's advisers.",
  })
  passerelleExerciseRun(@Arg("input") input: PasserelleExerciseRunInput, @Ctx() context: CcmmContext) {
    return payload("event", exerciseRun, input, context);
  }

  @Mutation(() => PairingProposePayload, {
    description: "Proposes one more pairing, scored like the others. For CCMM's advisers.",
  })
  passerellePairingPropose(@Arg("input") input: PasserellePairingProposeInput, @Ctx() context: CcmmContext) {
    return payload("pairing", pairingPropose, input, context);
  }

  @Mutation(() => PairingConfirmPayload, {
    description: "An adviser confirms a pairing. For CCMM's advisers.",
  })
  passerellePairingConfirm(@Arg("input") input: PasserellePairingDecisionInput, @Ctx() context: CcmmContext) {
    return payload("pairing", pairingConfirm, input, context);
  }

  @Mutation(() => PairingSetAsidePayload, {
    description: "An adviser does not follow the score. For CCMM's advisers.",
  })
  passerellePairingSetAside(
    @Arg("input") input: PasserellePairingDecisionInput,
    @Ctx() context: CcmmContext,
  ) {
    return payload("pairing", pairingSetAside, input, context);
  }

  @Mutation(() => ExerciseCompletePayload, {
    description: "Completes the matching exercise: interviews can be scheduled. For CCMM's advisers.",
  })
  passerelleExerciseComplete(@Arg("input") input: PasserelleEventChangeInput, @Ctx() context: CcmmContext) {
    return payload("event", exerciseComplete, input, context);
  }

  @Mutation(() => ExerciseReopenPayload, {
    description: "Takes the matching exercise up again. For CCMM's advisers.",
  })
  passerelleExerciseReopen(@Arg("input") input: PasserelleEventChangeInput, @Ctx() context: CcmmContext) {
    return payload("event", exerciseReopen, input, context);
  }
}
