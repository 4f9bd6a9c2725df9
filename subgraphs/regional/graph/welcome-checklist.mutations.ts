/** The changes of settlement checklists, and of what is arranged for a household. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { welcomeItemComplete, WelcomeItemCompleteInput } from "../actions/welcome-item-complete.ts";
import { welcomeItemReopen, WelcomeItemReopenInput } from "../actions/welcome-item-reopen.ts";
import { welcomeItemWaive, WelcomeItemWaiveInput } from "../actions/welcome-item-waive.ts";
import { welcomeStepRecord, WelcomeStepRecordInput } from "../actions/welcome-step-record.ts";
import type { RegionalContext } from "../context.ts";
import { WelcomeCase } from "./welcome-case.type.ts";
import { WelcomeStep } from "./welcome-checklist.type.ts";

const WelcomeItemCompletePayload = payloadOf("WelcomeItemComplete", "welcomeCase", () => WelcomeCase);
const WelcomeItemWaivePayload = payloadOf("WelcomeItemWaive", "welcomeCase", () => WelcomeCase);
const WelcomeItemReopenPayload = payloadOf("WelcomeItemReopen", "welcomeCase", () => WelcomeCase);
const WelcomeStepRecordPayload = payloadOf("WelcomeStepRecord", "step", () => WelcomeStep);

@Resolver()
export class WelcomeChecklistMutations {
  @Mutation(() => WelcomeItemCompletePayload, {
    description:
      "An area of the checklist is done; the last one settles the household. For the regional partners' professionals.",
  })
  welcomeItemComplete(@Arg("input") input: WelcomeItemCompleteInput, @Ctx() context: RegionalContext) {
    return payload("welcomeCase", welcomeItemComplete, input, context);
  }

  @Mutation(() => WelcomeItemWaivePayload, {
    description:
      "The household does not need an area of the checklist. For the regional partners' professionals.",
  })
  welcomeItemWaive(@Arg("input") input: WelcomeItemWaiveInput, @Ctx() context: RegionalContext) {
    return payload("welcomeCase", welcomeItemWaive, input, context);
  }

  @Mutation(() => WelcomeItemReopenPayload, {
    description: "An area of the checklist is to do again. For the regional partners' professionals.",
  })
  welcomeItemReopen(@Arg("input") input: WelcomeItemReopenInput, @Ctx() context: RegionalContext) {
    return payload("welcomeCase", welcomeItemReopen, input, context);
  }

  @Mutation(() => WelcomeStepRecordPayload, {
    description: "Something was arranged for the household. For the regional partners' professionals.",
  })
  welcomeStepRecord(@Arg("input") input: WelcomeStepRecordInput, @Ctx() context: RegionalContext) {
    return payload("step", welcomeStepRecord, input, context);
  }
}
