/** What is known of a business, as an officer takes it down or corrects it. */
import { IsIn, IsNotEmpty, Matches, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, type Work } from "../../../platform/action.ts";
import { REGION_CODES } from "../domain/region.ts";
import { SECTOR_CODE } from "../domain/sector.ts";
import type { BusinessRow } from "../store/business.row.ts";
import { ChamberRow } from "../store/chamber.row.ts";

@InputType()
export abstract class BusinessProfileInput extends ChangeInput {
  @Field(() => String, { description: "Its name; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @Field(() => String, { description: "Its sector: SCIAN/NAICS 2022, two digits." })
  @Matches(SECTOR_CODE)
  sector: string;

  @Field(() => String, { description: "Its region, 01 to 17." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => String, { description: "Its city; at most 100 characters. Never translated." })
  @IsNotEmpty()
  @MaxLength(100)
  city: string;

  @Field(() => ID, { nullable: true, description: "The chamber it belongs to; null when none." })
  chamberId?: string | null;
}

type Profile = Omit<BusinessRow, "id" | "registeredOn">;

/** The columns of a business that an input gives. @throws {Refusal} `UNKNOWN_REFERENCE` for a chamber that is not known. */
export async function profileIn(input: BusinessProfileInput, { find }: Work): Promise<Profile> {
  const chamber = input.chamberId ? await find(ChamberRow, input.chamberId, "chamberId") : null;
  return {
    name: input.name,
    sector: input.sector,
    regionCode: input.regionCode,
    city: input.city,
    chamberId: chamber?.id ?? null,
  };
}
