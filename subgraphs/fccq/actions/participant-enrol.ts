/** Enrol a participant: a registration becomes a profile that matching can work with. */
import { ArrayMaxSize, IsIn, IsOptional, Length, Matches, Max, Min } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType, Int } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import type { FccqContext } from "../context.ts";
import { OCCUPATION_CODE } from "../domain/occupation.ts";
import { REGION_CODES } from "../domain/region.ts";
import { ParticipantRow } from "../store/participant.row.ts";

@InputType({ description: "A participant to enrol." })
export class ParticipantEnrolInput extends ChangeInput {
  @Field(() => String, {
    description:
      "The registration's ticket (`Registration.ticket`), which proves that the registry knows it.",
  })
  ticket: string;

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

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether the person turned matching on; off unless they did.",
  })
  matching: boolean;
}

export const participantEnrol = defineAction<ParticipantEnrolInput, ParticipantRow, FccqContext>({
  name: "participantEnrol",
  roles: ["OFFICER", "SYSTEM"],
  row: ParticipantRow,
  async apply(input, { save, viewer, now, today, manager }, { readTicket }) {
    const registrationId = readTicket(input.ticket, viewer.organisation);
    if (!registrationId)
      throw new Refusal(
        "UNKNOWN_REFERENCE",
        "This is not the ticket of one of your registrations.",
        "ticket",
      );
    if (await manager.existsBy(ParticipantRow, { registrationId })) {
      throw new Refusal("CONFLICT", "This registration has its participant already.", "ticket");
    }
    return save(ParticipantRow, {
      registrationId,
      id: uuid(),
      registeredOn: today,
      occupation: input.occupation,
      skills: input.skills,
      experienceYears: input.experienceYears,
      frenchListening: input.frenchListening ?? null,
      frenchSpeaking: input.frenchSpeaking ?? null,
      frenchReading: input.frenchReading ?? null,
      frenchWriting: input.frenchWriting ?? null,
      targetedRegions: input.targetedRegions,
      matchingSince: input.matching ? now : null,
    });
  },
});
