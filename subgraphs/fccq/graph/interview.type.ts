/** Fridays of interviews in the graph: events, private rooms, slots, interviews. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { InterviewEventState, InterviewState, type Hours } from "../domain/interview.ts";
import type { InterviewRow } from "../store/interview.row.ts";

registerEnumType(InterviewEventState, {
  name: "InterviewEventState",
  description: "Where an interview event stands.",
  valuesConfig: {
    PLANNED: { description: "It will be held on its Friday (planifiée)." },
    HELD: { description: "It was held, and each interview has its outcome (tenue)." },
    CANCELLED: { description: "It is not held (annulée)." },
  },
});

registerEnumType(InterviewState, {
  name: "InterviewState",
  description: "Where an interview stands.",
  valuesConfig: {
    BOOKED: { description: "The fifteen minutes are theirs (réservée)." },
    HELD: { description: "They met (tenue)." },
    MISSED: { description: "One of the two did not come (manquée)." },
    CANCELLED: { description: "The slot is free again (annulée)." },
  },
});

@ObjectType({
  description: "A Friday on which people and employers meet online (activité de maillage en ligne).",
})
export class InterviewEvent {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "Its title." })
  title: string;

  @Field(() => DateTimeScalar, { description: "When its first slot starts, on a Friday in Québec." })
  startsAt: Date;

  @Field(() => DateTimeScalar, { description: "When its last slot ends." })
  endsAt: Date;

  @Field(() => InterviewEventState, { description: "Where it stands." })
  state: InterviewEventState;

  @Field(() => String, { nullable: true, description: "Why it is cancelled; null unless it is." })
  cancellationReason: string | null;
}

@ObjectType({ description: "A private virtual room of an interview event (salle virtuelle privée)." })
export class InterviewRoom {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  link: string;
  /** Those of its event. */
  hours: Hours;
}

@ObjectType({ description: "Fifteen minutes of a room." })
export class InterviewSlot {
  @Field(() => DateTimeScalar, { description: "When it starts." })
  startsAt: Date;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  endsAt: Date;

  interview: InterviewRow | null;
}

@ObjectType({
  description:
    "An exploratory interview of fifteen minutes between a person and a business (entretien exploratoire).",
})
export class Interview {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateTimeScalar, { description: "When it starts." })
  startsAt: Date;

  @Field(() => InterviewState, { description: "Where it stands; its outcome is the state of the match." })
  state: InterviewState;

  eventId: string;
  roomId: string;
  matchId: string;
  registrationId: string;
  positionId: string;
  businessId: string;
}

export const InterviewEventConnection = connectionOf(() => InterviewEvent, "InterviewEvent");
export const InterviewConnection = connectionOf(() => Interview, "Interview");
