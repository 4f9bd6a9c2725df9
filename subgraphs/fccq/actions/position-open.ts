/** Open a position: a business is looking for somebody. */
import {
  ArrayMaxSize,
  IsIn,
  IsNotEmpty,
  IsOptional,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType, Int } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { OCCUPATION_CODE } from "../domain/occupation.ts";
import { otherLanguageIsExplained, PositionState } from "../domain/position.ts";
import { REGION_CODES } from "../domain/region.ts";
import { BusinessRow } from "../store/business.row.ts";
import { PositionRow } from "../store/position.row.ts";

@InputType({ description: "A position to open." })
export class PositionOpenInput extends ChangeInput {
  @Field(() => ID, { description: "The business that hires." })
  businessId: string;

  @Field(() => String, { description: "The title, as the business writes it; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @Field(() => String, { description: "The occupation: CNP/NOC 2021, five digits." })
  @Matches(OCCUPATION_CODE)
  occupation: string;

  @Field(() => [String], { description: "The skills asked for; at most 30." })
  @ArrayMaxSize(30)
  @Length(1, 100, { each: true })
  skills: string[];

  @Field(() => String, { description: 'The region of the workplace, "01" to "17".' })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => String, { description: "The city of the workplace." })
  @IsNotEmpty()
  @MaxLength(100)
  city: string;

  @Field(() => Int, { description: "The spoken French needed on the Québec scale, 1 to 12; 0 for none." })
  @Min(0)
  @Max(12)
  frenchSpeaking: number;

  @Field(() => Int, { description: "The written French needed on the Québec scale, 1 to 12; 0 for none." })
  @Min(0)
  @Max(12)
  frenchWriting: number;

  @Field(() => String, {
    nullable: true,
    description: "A language other than French that the position needs.",
  })
  @IsOptional()
  @Length(2, 50)
  otherLanguage?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it needs it (Charter of the French language, art. 46); required with otherLanguage.",
  })
  @IsOptional()
  @Length(1, 1000)
  otherLanguageReason?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Since when the position is open; today unless told.",
  })
  openedOn?: string | null;
}

export const positionOpen = defineAction<PositionOpenInput, PositionRow>({
  name: "positionOpen",
  roles: ["OFFICER", "SYSTEM"],
  row: PositionRow,
  async apply(input, { find, save, today }) {
    const otherLanguage = input.otherLanguage ?? null;
    const otherLanguageReason = input.otherLanguageReason ?? null;
    if (!otherLanguageIsExplained(otherLanguage, otherLanguageReason)) {
      throw new Refusal(
        "REQUIRED",
        "Another language than French needs its reason, and a reason its language.",
        "otherLanguageReason",
      );
    }
    const openedOn = input.openedOn ?? today;
    if (openedOn > today) throw new Refusal("OUT_OF_RANGE", "A position opens today or earlier.", "openedOn");
    const business = await find(BusinessRow, input.businessId, "businessId");
    return save(PositionRow, {
      id: uuid(),
      businessId: business.id,
      title: input.title,
      occupation: input.occupation,
      skills: input.skills,
      regionCode: input.regionCode,
      city: input.city,
      frenchSpeaking: input.frenchSpeaking,
      frenchWriting: input.frenchWriting,
      otherLanguage,
      otherLanguageReason,
      state: PositionState.OPEN,
      openedOn,
      closedOn: null,
    });
  },
});
