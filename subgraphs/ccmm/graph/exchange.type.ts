/** An exchange of the self-directed matching in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { ExchangeOpener, ExchangeState } from "../domain/outcome.ts";

registerEnumType(ExchangeOpener, {
  name: "PasserelleExchangeOpener",
  description: "Who wrote first.",
  valuesConfig: {
    PARTICIPANT: { description: "The participant (personne participante)." },
    EMPLOYER: { description: "The employer (entreprise)." },
  },
});

registerEnumType(ExchangeState, {
  name: "PasserelleExchangeState",
  description: "Where an exchange stands.",
  valuesConfig: {
    OPEN: { description: "They go on (en cours)." },
    ENDED: { description: "They stopped (terminé)." },
    HIRED: { description: "The employer hired the person (embauche)." },
  },
});

@ObjectType({
  description: "A participant and an employer who go on by themselves after an event (jumelage autonome).",
})
export class PasserelleExchange {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => ExchangeOpener, { description: "Who wrote first." })
  openedBy: ExchangeOpener;

  @Field(() => DateScalar, { description: "Since when." })
  openedOn: string;

  @Field(() => ExchangeState, { description: "Where it stands." })
  state: ExchangeState;

  @Field(() => DateScalar, { nullable: true, description: "Until when; null while they go on." })
  endedOn: string | null;

  eventId: string;
  employerId: string;
  registrationId: string;
}

export const ExchangeConnection = connectionOf(() => PasserelleExchange, "PasserelleExchange");
