/** An activity of the programme in the graph, with its programme of the day. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { ActivityKind, ActivityMode, ActivityPartKind, ActivityState } from "../domain/activity.ts";

registerEnumType(ActivityKind, {
  name: "ActivityKind",
  description: "What kind of activity it is.",
  valuesConfig: {
    EXPLORATORY_TRIP: {
      description:
        "A day in the region: welcome, testimonies, interviews, local organisations, visits (voyage exploratoire).",
    },
    EMPLOYER_MEETING: { description: "Employers and candidates meet (rencontre avec les employeurs)." },
    INFORMATION_SESSION: {
      description: "What the region offers, told to those interested (séance d'information).",
    },
  },
});

registerEnumType(ActivityMode, {
  name: "ActivityMode",
  description: "Where an activity takes place.",
  valuesConfig: {
    IN_PERSON: { description: "In the city it names (en personne)." },
    VIRTUAL: { description: "Online; the city is the one it is about (en ligne)." },
  },
});

registerEnumType(ActivityState, {
  name: "ActivityState",
  description: "Where an activity stands.",
  valuesConfig: {
    PLANNED: { description: "It will be held on its day (planifiée)." },
    HELD: { description: "It was held (tenue)." },
    SUSPENDED: { description: "It is not held on its day, and may be planned again (suspendue)." },
  },
});

registerEnumType(ActivityPartKind, {
  name: "ActivityPartKind",
  description: "What a part of the programme is.",
  valuesConfig: {
    WELCOME: { description: "Welcome by public figures (accueil par les personnalités publiques)." },
    TESTIMONIES: { description: "Testimonies of immigrants who live there (témoignages)." },
    EMPLOYER_INTERVIEWS: { description: "Interviews with employers (entrevues avec les employeurs)." },
    LOCAL_ORGANISATIONS: {
      description: "The local organisations present themselves (présentation des organismes locaux).",
    },
    VISIT: { description: "A visit of the region, of businesses or of local services (visite)." },
  },
});

@ObjectType({
  description:
    "An activity of the programme (activité): an exploratory trip of a day, a meeting with employers, a session.",
})
export class Activity {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => ActivityKind, { description: "What kind it is." })
  kind: ActivityKind;

  @Field(() => ActivityMode, { description: "In person or virtual." })
  mode: ActivityMode;

  @Field(() => ActivityState, { description: "Where it stands." })
  state: ActivityState;

  @Field(() => String, { description: "Its title." })
  title: string;

  @Field(() => DateScalar, { description: "The day it is planned for, or was held." })
  heldOn: string;

  @Field(() => String, { description: "The city it takes place in or is about; never translated." })
  city: string;

  @Field(() => String, { nullable: true, description: "Why it is suspended; null unless it is." })
  suspensionReason: string | null;

  regionCode: string;
  chamberId: string | null;
}

@ObjectType({ description: "One part of an activity's programme." })
export class ActivityPart {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => ActivityPartKind, { description: "What it is." })
  kind: ActivityPartKind;

  @Field(() => String, { description: "Its title." })
  title: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The office, organisation or business that leads it; null when none does. Never the name of who testifies.",
  })
  ledBy: string | null;

  @Field(() => String, { description: "The hour at the place, as `14:30`." })
  startsAt: string;

  @Field(() => Int, { description: "How long it lasts, in minutes." })
  minutes: number;
}

export const ActivityConnection = connectionOf(() => Activity, "Activity");
