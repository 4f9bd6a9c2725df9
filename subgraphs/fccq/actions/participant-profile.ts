/** The profile that matching works with, as an officer takes it down or corrects it. */
import { ArrayMaxSize, IsIn, IsOptional, Length, Matches, Max, Min } from "class-validator";
import { Field, InputType, Int } from "type-graphql";
import { ChangeInput } from "../../../platform/action.ts";
import { OCCUPATION_CODE } from "../domain/occupation.ts";
import { REGION_CODES } from "../domain/region.ts";
import type { ParticipantRow } from "../store/participant.row.ts";

@InputType()
export abstract class ParticipantProfileInput extends ChangeInput {
  @Field(() => String, { description: "The person's own occupation: CNP/NOC 2021, five digits." })
  @Matches(OCCUPATION_CODE)
  occupation: string;

  @Field(() => [String], { description: "The person's skills; at most 50." })
  @ArrayMaxSize(50)
  @Length(1, 100, { each: true })
  skills: string[];

  @Field(() => Int, { description: "Years of experience in the occupation, 0 to 60." })
  @Min(0)
  @Max(60)
  experienceYears: number;

  @Field(() => Int, {
    nullable: true,
    description: "Level of listening in French on the Québec scale, 1 to 12; null when not known.",
  })
  @IsOptional()
  @Min(1)
  @Max(12)
  frenchListening?: number | null;

  @Field(() => Int, { nullable: true, description: "Level of speaking." })
  @IsOptional()
  @Min(1)
  @Max(12)
  frenchSpeaking?: number | null;

  @Field(() => Int, { nullable: true, description: "Level of reading." })
  @IsOptional()
  @Min(1)
  @Max(12)
  frenchReading?: number | null;

  @Field(() => Int, { nullable: true, description: "Level of writing." })
  @IsOptional()
  @Min(1)
  @Max(12)
  frenchWriting?: number | null;

  @Field(() => [String], { description: "The regions where the person would live, by code." })
  @IsIn(REGION_CODES, { each: true })
  @ArrayMaxSize(17)
  targetedRegions: string[];
}

type Profile = Omit<ParticipantRow, "id" | "registrationId" | "registeredOn" | "matchingSince">;

/** The columns of a participant that an input gives; what it does not give is not known. */
export function profileIn(input: ParticipantProfileInput): Profile {
  return {
    occupation: input.occupation,
    skills: input.skills,
    experienceYears: input.experienceYears,
    frenchListening: input.frenchListening ?? null,
    frenchSpeaking: input.frenchSpeaking ?? null,
    frenchReading: input.frenchReading ?? null,
    frenchWriting: input.frenchWriting ?? null,
    targetedRegions: input.targetedRegions,
  };
}
