/** Who takes part in an activity, in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { ActivityAttendance } from "../domain/activity.ts";

registerEnumType(ActivityAttendance, {
  name: "ActivityAttendance",
  description: "Whether a company or a person came to an activity.",
  valuesConfig: {
    EXPECTED: { description: "The activity is still to come (attendu)." },
    PRESENT: { description: "Came (présent)." },
    ABSENT: { description: "Did not come (absent)." },
  },
});

@ObjectType({ description: "A business that takes part in an activity (entreprise participante)." })
export class ActivityCompany {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => ActivityAttendance, { description: "Whether it came." })
  attendance: ActivityAttendance;

  businessId: string;
}

@ObjectType({ description: "A person who takes part in an activity (personne participante)." })
export class ActivityParticipation {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateScalar, { description: "When the person signed up." })
  signedUpOn: string;

  @Field(() => ActivityAttendance, { description: "Whether the person came." })
  attendance: ActivityAttendance;

  activityId: string;
  registrationId: string;
}

export const ActivityCompanyConnection = connectionOf(() => ActivityCompany, "ActivityCompany");
export const ActivityParticipationConnection = connectionOf(
  () => ActivityParticipation,
  "ActivityParticipation",
);
