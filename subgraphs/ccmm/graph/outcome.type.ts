/** An outcome in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import { HiringWay } from "../domain/outcome.ts";

registerEnumType(HiringWay, {
  name: "PasserelleHiringWay",
  description: "How the person came to the job.",
  valuesConfig: {
    RECRUITMENT_EVENT: { description: "At a recruitment event (événement de recrutement)." },
    SELF_DIRECTED_MATCHING: { description: "By matching on their own after one (jumelage autonome)." },
    OTHER: { description: "Outside the programme (autre)." },
  },
});

@ObjectType({ description: "Whether a participant is employed, since when, where and how (retombée)." })
export class PasserelleOutcome {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => Boolean, { description: "Whether the person has a job." })
  employed: boolean;

  @Field(() => DateScalar, { description: "Since when." })
  since: string;

  @Field(() => HiringWay, { nullable: true, description: "How; null when not employed." })
  way: HiringWay | null;

  @Field(() => DateTimeScalar, { description: "When it was recorded." })
  recordedAt: Date;

  employerId: string | null;
  employerName: string | null;
  eventId: string | null;
  registrationId: string;
}
