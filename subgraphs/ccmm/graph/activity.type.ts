/** An activity in the graph, with its speakers and who comes. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import { ActivityKind, ActivityState, Presence, SpeakerRole } from "../domain/gathering.ts";

registerEnumType(ActivityKind, {
  name: "PasserelleActivityKind",
  description: "What an activity is for.",
  valuesConfig: {
    WELCOME: { description: "Welcome to the programme (activité d'accueil)." },
    VIDEO_TRAINING: {
      description: "Training on the pitch and the video (formation « Candidature vidéo »).",
    },
    SECTOR: { description: "Meeting a sector and its realities (activité sectorielle)." },
  },
});

registerEnumType(ActivityState, {
  name: "PasserelleActivityState",
  description: "Where an activity stands.",
  valuesConfig: {
    PLANNED: { description: "It has its date (prévue)." },
    HELD: { description: "It took place (tenue)." },
    CANCELLED: { description: "It will not take place (annulée)." },
  },
});

registerEnumType(SpeakerRole, {
  name: "PasserelleSpeakerRole",
  description: "As what somebody speaks at an activity.",
  valuesConfig: {
    SECTOR_REPRESENTATIVE: { description: "Representative of the sector (représentant sectoriel)." },
    HR_PROFESSIONAL: { description: "Professional of human resources (professionnel RH)." },
    IMAGE_EXPERT: {
      description: "Expert in professional image and digital identity (expert en image de marque).",
    },
    ADVISER: { description: "Adviser of Talents et diversité (conseillère ou conseiller)." },
  },
});

registerEnumType(Presence, {
  name: "PasserellePresence",
  description: "Whether somebody who was expected came.",
  valuesConfig: {
    EXPECTED: { description: "Expected (attendu)." },
    PRESENT: { description: "Came (présent)." },
    ABSENT: { description: "Did not come (absent)." },
    WITHDRAWN: { description: "Is no longer expected (désisté)." },
  },
});

@ObjectType({ description: "Somebody who speaks at an activity (intervenant)." })
export class PasserelleSpeaker {
  @Field(() => ID, { description: "Their id." })
  id: string;

  @Field(() => SpeakerRole, { description: "As what they speak." })
  role: SpeakerRole;

  @Field(() => String, { description: "Their name." })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: "The business or body they come from; null for none.",
  })
  affiliation: string | null;
}

@ObjectType({ description: "A participant enrolled in an activity, and whether they came (participation)." })
export class PasserelleAttendance {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => Presence, { description: "Whether the person came." })
  presence: Presence;

  @Field(() => DateScalar, { description: "When the person was enrolled." })
  enrolledOn: string;

  activityId: string;
  registrationId: string;
}

@ObjectType({ description: "An activity of the preparatory pathway, held online (activité)." })
export class PasserelleActivity {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => ActivityKind, { description: "What it is for." })
  kind: ActivityKind;

  @Field(() => String, { description: "Its title." })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: "Its sector: SCIAN/NAICS 2022, two digits; null unless it is a sector activity.",
  })
  sector: string | null;

  @Field(() => DateTimeScalar, { description: "When it begins." })
  startsAt: Date;

  @Field(() => DateTimeScalar, { description: "When it ends." })
  endsAt: Date;

  @Field(() => ActivityState, { description: "Where it stands." })
  state: ActivityState;
}

export const ActivityConnection = connectionOf(() => PasserelleActivity, "PasserelleActivity");
export const AttendanceConnection = connectionOf(() => PasserelleAttendance, "PasserelleAttendance");
