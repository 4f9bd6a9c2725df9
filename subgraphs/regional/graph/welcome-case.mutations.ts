/** The changes of welcome cases. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { welcomeArrivalConfirm, WelcomeArrivalConfirmInput } from "../actions/welcome-arrival-confirm.ts";
import { welcomeArrivalPlan, WelcomeArrivalPlanInput } from "../actions/welcome-arrival-plan.ts";
import { welcomeCaseAssign, WelcomeCaseAssignInput } from "../actions/welcome-case-assign.ts";
import { welcomeCaseCancel, WelcomeCaseCancelInput } from "../actions/welcome-case-cancel.ts";
import { welcomeCaseOpen, WelcomeCaseOpenInput } from "../actions/welcome-case-open.ts";
import { welcomeCaseReopen, WelcomeCaseReopenInput } from "../actions/welcome-case-reopen.ts";
import { welcomeContactConfirm, WelcomeContactConfirmInput } from "../actions/welcome-contact-confirm.ts";
import { welcomeDepartureRecord, WelcomeDepartureRecordInput } from "../actions/welcome-departure-record.ts";
import type { RegionalContext } from "../context.ts";
import { WelcomeCase } from "./welcome-case.type.ts";

const WelcomeCaseOpenPayload = payloadOf("WelcomeCaseOpen", "welcomeCase", () => WelcomeCase);
const WelcomeCaseAssignPayload = payloadOf("WelcomeCaseAssign", "welcomeCase", () => WelcomeCase);
const WelcomeContactConfirmPayload = payloadOf("WelcomeContactConfirm", "welcomeCase", () => WelcomeCase);
const WelcomeArrivalPlanPayload = payloadOf("WelcomeArrivalPlan", "welcomeCase", () => WelcomeCase);
const WelcomeArrivalConfirmPayload = payloadOf("WelcomeArrivalConfirm", "welcomeCase", () => WelcomeCase);
const WelcomeDepartureRecordPayload = payloadOf("WelcomeDepartureRecord", "welcomeCase", () => WelcomeCase);
const WelcomeCaseCancelPayload = payloadOf("WelcomeCaseCancel", "welcomeCase", () => WelcomeCase);
const WelcomeCaseReopenPayload = payloadOf("WelcomeCaseReopen", "welcomeCase", () => WelcomeCase);

@Resolver()
export class WelcomeCaseMutations {
  @Mutation(() => WelcomeCaseOpenPayload, {
    description:
      "Opens the case of a household that a partner receives, with its checklist. For the regional partners' professionals.",
  })
  welcomeCaseOpen(@Arg("input") input: WelcomeCaseOpenInput, @Ctx() context: RegionalContext) {
    return payload("welcomeCase", welcomeCaseOpen, input, context);
  }

  @Mutation(() => WelcomeCaseAssignPayload, {
    description:
      "Gives a case to another professional of the partner. For the regional partners' professionals.",
  })
  welcomeCaseAssign(@Arg("input") input: WelcomeCaseAssignInput, @Ctx() context: RegionalContext) {
    return payload("welcomeCase", welcomeCaseAssign, input, context);
  }

  @Mutation(() => WelcomeContactConfirmPayload, {
    description: "The partner and the household have spoken. For the regional partners' professionals.",
  })
  welcomeContactConfirm(@Arg("input") input: WelcomeContactConfirmInput, @Ctx() context: RegionalContext) {
    return payload("welcomeCase", welcomeContactConfirm, input, context);
  }

  @Mutation(() => WelcomeArrivalPlanPayload, {
    description:
      "The arrival has a date, and the household holds a place in that month. For the regional partners' professionals.",
  })
  welcomeArrivalPlan(@Arg("input") input: WelcomeArrivalPlanInput, @Ctx() context: RegionalContext) {
    return payload("welcomeCase", welcomeArrivalPlan, input, context);
  }

  @Mutation(() => WelcomeArrivalConfirmPayload, {
    description:
      "The household arrived; its retention checks become due after 3, 6 and 12 months. For the regional partners' professionals.",
  })
  welcomeArrivalConfirm(@Arg("input") input: WelcomeArrivalConfirmInput, @Ctx() context: RegionalContext) {
    return payload("welcomeCase", welcomeArrivalConfirm, input, context);
  }

  @Mutation(() => WelcomeDepartureRecordPayload, {
    description: "The household left the region again. For the regional partners' professionals.",
  })
  welcomeDepartureRecord(@Arg("input") input: WelcomeDepartureRecordInput, @Ctx() context: RegionalContext) {
    return payload("welcomeCase", welcomeDepartureRecord, input, context);
  }

  @Mutation(() => WelcomeCaseCancelPayload, {
    description:
      "The household does not come; its place is free again. For the regional partners' professionals.",
  })
  welcomeCaseCancel(@Arg("input") input: WelcomeCaseCancelInput, @Ctx() context: RegionalContext) {
    return payload("welcomeCase", welcomeCaseCancel, input, context);
  }

  @Mutation(() => WelcomeCaseReopenPayload, {
    description: "The household comes after all. For the regional partners' professionals.",
  })
  welcomeCaseReopen(@Arg("input") input: WelcomeCaseReopenInput, @Ctx() context: RegionalContext) {
    return payload("welcomeCase", welcomeCaseReopen, input, context);
  }
}
