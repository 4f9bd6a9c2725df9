/** What every change of a support need names. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import type { SupportNeedRow } from "../store/support-need.row.ts";

@InputType({ description: "A support need to move on." })
export class SupportMoveInput extends ChangeInput {
  @Field(() => ID, { description: "The need." })
  supportNeedId: string;
}

/** @throws {Refusal} `WRONG_STATE` when another organisation promised the support: it gives it, or takes its promise back. */
export function refuseOthersPromise({ promisedBy }: SupportNeedRow, organisation: string): void {
  if (promisedBy !== null && promisedBy !== organisation)
    throw new Refusal(
      "WRONG_STATE",
      `${promisedBy} promised this support: it gives it, or takes its promise back.`,
      "supportNeedId",
    );
}
