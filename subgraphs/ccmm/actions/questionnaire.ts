/** The answers of the questionnaire, the same when a person registers and when they answer again. */
import { ArrayMaxSize, IsIn, IsNotEmpty, Matches, Max, MaxLength, Min } from "class-validator";
import { Field, InputType, Int } from "type-graphql";
import { ChangeInput } from "../../../platform/action.ts";
import { POSTAL_CODE, postalAreaOf } from "../domain/eligibility.ts";
import { OCCUPATION_CODE } from "../domain/occupation.ts";
import { SECTOR_CODES } from "../domain/sector.ts";
import { Status } from "../domain/status.ts";
import type { ParticipantRow } from "../store/participant.row.ts";

@InputType({ description: "The answers of a questionnaire." })
export abstract class PasserelleQuestionnaireInput extends ChangeInput {
  @Field(() => Status, { description: "The person's status." })
  status: Status;

  @Field(() => String, {
    description: "The postal code, or its first three characters; only these three are kept.",
  })
  @Matches(POSTAL_CODE)
  postalCode: string;

  @Field(() => String, {
    description: "The sector the person looks in: SCIAN/NAICS 2022, two digits; ranges keep their first.",
  })
  @IsIn(SECTOR_CODES)
  sector: string;

  @Field(() => String, { description: "The person's occupation: CNP/NOC 2021, five digits." })
  @Matches(OCCUPATION_CODE)
  occupation: string;

  @Field(() => [String], { description: "The person's skills; at most 50." })
  @ArrayMaxSize(50)
  @IsNotEmpty({ each: true })
  @MaxLength(100, { each: true })
  skills: string[];

  @Field(() => Int, { description: "Years of experience in the occupation, 0 to 60." })
  @Min(0)
  @Max(60)
  experienceYears: number;
}

/** The columns that the questionnaire fills. */
export function answers(input: PasserelleQuestionnaireInput, today: string) {
  return {
    status: input.status,
    postalArea: postalAreaOf(input.postalCode),
    sector: input.sector,
    occupation: input.occupation,
    skills: input.skills,
    experienceYears: input.experienceYears,
    answeredOn: today,
  } satisfies Partial<ParticipantRow>;
}
