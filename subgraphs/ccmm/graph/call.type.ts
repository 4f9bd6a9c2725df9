/** An adviser's call in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { CallState } from "../domain/call.ts";

registerEnumType(CallState, {
  name: "PasserelleCallState",
  description: "Where a call stands.",
  valuesConfig: {
    SCHEDULED: { description: "It has its time (prévu)." },
    MADE: { description: "It was made (effectué)." },
    MISSED: { description: "The person did not answer (manqué)." },
    CANCELLED: { description: "It will not be made (annulé)." },
  },
});

@ObjectType({ description: "A call of an adviser of Talents et diversité to a participant (appel)." })
export class PasserelleCall {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt: Date;

  @Field(() => DateTimeScalar, { description: "Until when the adviser keeps the time." })
  endsAt: Date;

  @Field(() => CallState, { description: "Where it stands." })
  state: CallState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was recorded as made, missed or cancelled; null while it is scheduled.",
  })
  settledAt: Date | null;

  @Field(() => String, { nullable: true, description: "What the adviser noted; null for nothing." })
  note: string | null;

  adviserId: string;
  registrationId: string;
}

export const CallConnection = connectionOf(() => PasserelleCall, "PasserelleCall");
