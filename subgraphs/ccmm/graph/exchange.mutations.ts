/** The changes of exchanges. */
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { payload, payloadOf } from "../../../platform/payload.ts";
import { exchangeEnd, PasserelleExchangeEndInput } from "../actions/exchange-end.ts";
import { exchangeOpen, PasserelleExchangeOpenInput } from "../actions/exchange-open.ts";
import type { CcmmContext } from "../context.ts";
import { PasserelleExchange } from "./exchange.type.ts";

const ExchangeOpenPayload = payloadOf("PasserelleExchangeOpen", "exchange", () => PasserelleExchange);
const ExchangeEndPayload = payloadOf("PasserelleExchangeEnd", "exchange", () => PasserelleExchange);

@Resolver()
export class ExchangeMutations {
  @Mutation(() => ExchangeOpenPayload, {
    description: "Opens an exchange of the self-directed matching. For CCMM's advisers and platform.",
  })
  passerelleExchangeOpen(@Arg("input") input: PasserelleExchangeOpenInput, @Ctx() context: CcmmContext) {
    return payload("exchange", exchangeOpen, input, context);
  }

  @Mutation(() => ExchangeEndPayload, {
    description: "Ends an exchange that led to no job. For CCMM's advisers and platform.",
  })
  passerelleExchangeEnd(@Arg("input") input: PasserelleExchangeEndInput, @Ctx() context: CcmmContext) {
    return payload("exchange", exchangeEnd, input, context);
  }
}
