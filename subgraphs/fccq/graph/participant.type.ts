/** A participant's profile in the graph. */
import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";

@ObjectType({
  description:
    "What matching knows of a person (profil): never origin, age, sex, civil status, children or photo.",
})
export class Participant {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateScalar, { description: "When the person joined the programme." })
  registeredOn: string;

  @Field(() => String, { description: "The person's own occupation: CNP/NOC 2021, five digits." })
  occupation: string;

  @Field(() => [String], { description: "The person's skills." })
  skills: string[];

  @Field(() => Int, { description: "Years of experience in the occupation." })
  experienceYears: number;

  @Field(() => Int, {
    nullable: true,
    description: "Level of listening in French on the Québec scale, 1 to 12; null when not known.",
  })
  frenchListening: number | null;

  @Field(() => Int, { nullable: true, description: "Level of speaking in French; null when not known." })
  frenchSpeaking: number | null;

  @Field(() => Int, { nullable: true, description: "Level of reading in French; null when not known." })
  frenchReading: number | null;

  @Field(() => Int, { nullable: true, description: "Level of writing in French; null when not known." })
  frenchWriting: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when the person lets their profile be matched; null while it is off.",
  })
  matchingSince: Date | null;

  targetedRegions: string[];
  registrationId: string;
}

export const ParticipantConnection = connectionOf(() => Participant, "Participant");
