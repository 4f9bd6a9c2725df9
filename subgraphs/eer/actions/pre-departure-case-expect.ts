/** What is known of a person's arrival changes: the day, or the CSQ. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { PartialDateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { isAwaited } from "../domain/pre-departure.ts";
import { PreDepartureCaseRow } from "../store/pre-departure-case.row.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "What is known of an arrival now." })
export class PreDepartureCaseExpectInput extends ChangeInput {
  @Field(() => ID, { description: "The case, of a person who has not arrived." })
  caseId: string;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "The arrival expected, as far as it is known; null when it no longer is.",
  })
  expectedArrival?: string | null;

  @Field(() => Boolean, { description: "Whether the person holds a CSQ now." })
  csqHeld: boolean;
}

export const preDepartureCaseExpect = defineAction<PreDepartureCaseExpectInput, PreDepartureCaseRow>({
  name: "preDepartureCaseExpect",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: PreDepartureCaseRow,
  async apply(input, work) {
    const found = await findOwn(work, PreDepartureCaseRow, input.caseId, "caseId");
    if (!isAwaited(found.state))
      throw new Refusal("WRONG_STATE", `This case is ${found.state}: nobody is awaited.`, "caseId");
    const { csqHeld, expectedArrival = null } = input;
    return work.save(PreDepartureCaseRow, { ...found, csqHeld, expectedArrival });
  },
});
