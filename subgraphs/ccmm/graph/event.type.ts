/** A recruitment event in the graph, with who registered. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import { EventKind, EventState } from "../domain/event.ts";
import { Presence } from "../domain/gathering.ts";

registerEnumType(EventKind, {
  name: "PasserelleEventKind",
  description: "How an event brings people and employers together.",
  valuesConfig: {
    SPEED_INTERVIEWS: { description: "Speed interviews (entrevues éclair)." },
    VIRTUAL_FAIR: { description: "Virtual job fair (foire de l'emploi virtuelle)." },
  },
});

registerEnumType(EventState, {
  name: "PasserelleEventState",
  description: "Where an event stands.",
  valuesConfig: {
    PLANNED: { description: "Registration is open and the matching exercise is to come (prévu)." },
    MATCHED: { description: "The matching exercise is complete (jumelé)." },
    HELD: { description: "It took place (tenu)." },
    CANCELLED: { description: "It will not take place (annulé)." },
  },
});

@ObjectType({
  description: "A recruitment event, preceded by a matching exercise (événement de recrutement).",
})
export class PasserelleEvent {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => EventKind, { description: "How it brings people and employers together." })
  kind: EventKind;

  @Field(() => String, { description: "Its title." })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: "Its sector: SCIAN/NAICS 2022, two digits; null for an event of several sectors.",
  })
  sector: string | null;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt: Date;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  endsAt: Date;

  @Field(() => EventState, { description: "Where it stands." })
  state: EventState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the matching exercise was completed; null before.",
  })
  matchedAt: Date | null;
}

@ObjectType({
  description: "An employer registered for an event, and what it looks for there (inscription).",
})
export class PasserelleEventEmployer {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => [String], {
    description: "The occupations it looks for: CNP/NOC 2021, five digits; empty for any of its sector.",
  })
  occupations: string[];

  @Field(() => [String], { description: "The skills it looks for." })
  skills: string[];

  @Field(() => Presence, { description: "Whether it came." })
  presence: Presence;

  @Field(() => DateScalar, { description: "When it registered." })
  registeredOn: string;

  eventId: string;
  employerId: string;
}

@ObjectType({ description: "A participant registered for an event, and whether they came (inscription)." })
export class PasserelleEventParticipant {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => Presence, { description: "Whether the person came." })
  presence: Presence;

  @Field(() => DateScalar, { description: "When the person was registered." })
  registeredOn: string;

  eventId: string;
  registrationId: string;
}

export const EventConnection = connectionOf(() => PasserelleEvent, "PasserelleEvent");
export const EventEmployerConnection = connectionOf(() => PasserelleEventEmployer, "PasserelleEventEmployer");
export const EventParticipantConnection = connectionOf(
  () => PasserelleEventParticipant,
  "PasserelleEventParticipant",
);
