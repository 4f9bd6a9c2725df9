/** Add a service to the profile of a region. */
import { IsIn, IsNotEmpty, IsOptional, IsUrl, Length, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { RegionalServiceKind } from "../domain/profile.ts";
import { REGION_CODES } from "../domain/region.ts";
import { RegionalServiceRow } from "../store/regional-service.row.ts";
import { requireOwnRegion } from "./own-region.ts";

@InputType({ description: "A service to add to the profile of a region." })
export class RegionalServiceAddInput extends ChangeInput {
  @Field(() => String, { description: "The region, by code, which your partner covers." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => RegionalServiceKind, { description: "What it is for." })
  kind: RegionalServiceKind;

  @Field(() => String, { description: "Its name, as it calls itself; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @Field(() => String, { description: "Its city." })
  @IsNotEmpty()
  @MaxLength(100)
  city: string;

  @Field(() => String, { description: "What it does for newcomers, in French; at most 2,000 characters." })
  @IsNotEmpty()
  @MaxLength(2000)
  aboutFr: string;

  @Field(() => String, { nullable: true, description: "The same in English, when it is translated." })
  @IsOptional()
  @Length(1, 2000)
  aboutEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The address of its web site, which begins with https://.",
  })
  @IsOptional()
  @IsUrl({ protocols: ["https"], require_protocol: true, disallow_auth: true })
  @MaxLength(500)
  website?: string | null;
}

export const regionalServiceAdd = defineAction<RegionalServiceAddInput, RegionalServiceRow>({
  name: "regionalServiceAdd",
  roles: ["PROFESSIONAL"],
  row: RegionalServiceRow,
  async apply(input, work) {
    await requireOwnRegion(input.regionCode, work, work.today);
    return work.save(RegionalServiceRow, {
      id: uuid(),
      tenant: work.viewer.organisation,
      regionCode: input.regionCode,
      kind: input.kind,
      name: input.name,
      city: input.city,
      aboutFr: input.aboutFr,
      aboutEn: input.aboutEn ?? null,
      website: input.website ?? null,
      addedOn: work.today,
      withdrawnOn: null,
    });
  },
});
