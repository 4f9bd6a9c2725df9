/** An interview in the graph. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { InterviewOutcome, InterviewState } from "../domain/event.ts";

registerEnumType(InterviewState, {
  name: "PasserelleInterviewState",
  description: "Where an interview stands.",
  valuesConfig: {
    SCHEDULED: { description: "It has its time and room (prévue)." },
    HELD: { description: "It took place (tenue)." },
    MISSED: { description: "One of the two did not come (manquée)." },
    CANCELLED: { description: "It will not take place (annulée)." },
  },
});

registerEnumType(InterviewOutcome, {
  name: "PasserelleInterviewOutcome",
  description: "What the employer said after an interview.",
  valuesConfig: {
    CONTINUES: { description: "The employer wants to go on (suite)." },
    NOT_RETAINED: { description: "The employer does not go on (non retenu)." },
  },
});

@ObjectType({ description: "An interview of a participant with an employer at an event (entrevue)." })
export class PasserelleInterview {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => Int, { description: "The virtual room of the event, by its number." })
  room: number;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt: Date;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  endsAt: Date;

  @Field(() => InterviewState, { description: "Where it stands." })
  state: InterviewState;

  @Field(() => InterviewOutcome, {
    nullable: true,
    description: "What the employer said; null until it was held, and while the employer has not said.",
  })
  outcome: InterviewOutcome | null;

  eventId: string;
  employerId: string;
  pairingId: string;
  registrationId: string;
}

export const InterviewConnection = connectionOf(() => PasserelleInterview, "PasserelleInterview");
