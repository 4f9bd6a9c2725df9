/** The changes of positions. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { positionFill, PositionFillInput } from "../actions/position-fill.ts";
import { positionOpen, PositionOpenInput } from "../actions/position-open.ts";
import { positionReopen, PositionReopenInput } from "../actions/position-reopen.ts";
import { positionWithdraw, PositionWithdrawInput } from "../actions/position-withdraw.ts";
import type { FccqContext } from "../context.ts";
import { Position } from "./position.type.ts";

const PositionOpenPayload = payloadOf("PositionOpen", "position", () => Position);
const PositionFillPayload = payloadOf("PositionFill", "position", () => Position);
const PositionWithdrawPayload = payloadOf("PositionWithdraw", "position", () => Position);
const PositionReopenPayload = payloadOf("PositionReopen", "position", () => Position);

@Resolver()
export class PositionMutations {
  @Mutation(() => PositionOpenPayload, { description: "Opens a position. For FCCQ's officers." })
  positionOpen(@Arg("input") input: PositionOpenInput, @Ctx() context: FccqContext) {
    return payload("position", positionOpen, input, context);
  }

  @Mutation(() => PositionFillPayload, { description: "Marks a position as filled. For FCCQ's officers." })
  positionFill(@Arg("input") input: PositionFillInput, @Ctx() context: FccqContext) {
    return payload("position", positionFill, input, context);
  }

  @Mutation(() => PositionWithdrawPayload, { description: "Withdraws a position. For FCCQ's officers." })
  positionWithdraw(@Arg("input") input: PositionWithdrawInput, @Ctx() context: FccqContext) {
    return payload("position", positionWithdraw, input, context);
  }

  @Mutation(() => PositionReopenPayload, {
    description: "Opens a filled or withdrawn position again. For FCCQ's officers.",
  })
  positionReopen(@Arg("input") input: PositionReopenInput, @Ctx() context: FccqContext) {
    return payload("position", positionReopen, input, context);
  }
}
