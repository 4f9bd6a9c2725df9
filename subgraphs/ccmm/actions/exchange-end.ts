/** End an exchange that did not lead to a job; one that did is ended by recording the outcome. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { move } from "../../../platform/moves.ts";
import { EXCHANGE_MOVES, ExchangeState } from "../domain/outcome.ts";
import { ExchangeRow } from "../store/exchange.row.ts";

@InputType({ description: "An exchange to end." })
export class PasserelleExchangeEndInput extends ChangeInput {
  @Field(() => ID, { description: "The exchange, which is open." })
  exchangeId: string;
}

export const exchangeEnd = defineAction<PasserelleExchangeEndInput, ExchangeRow>({
  name: "passerelleExchangeEnd",
  roles: ["ADVISER", "SYSTEM"],
  row: ExchangeRow,
  async apply(input, { find, save, today }) {
    const exchange = await find(ExchangeRow, input.exchangeId, "exchangeId");
    const state = move(EXCHANGE_MOVES, exchange.state, ExchangeState.ENDED, "exchangeId");
    return save(ExchangeRow, { ...exchange, state, endedOn: today });
  },
});
