/** Write the profile of a region: its reality, in French with English beside. */
import { IsIn, IsNotEmpty, IsOptional, Length, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { REGION_CODES } from "../domain/region.ts";
import { RegionProfileRow } from "../store/region-profile.row.ts";
import { requireOwnRegion } from "./own-region.ts";

@InputType({ description: "The profile of a region." })
export class RegionProfileWriteInput extends ChangeInput {
  @Field(() => String, { description: "The region, by code, which your partner covers." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => String, { description: "The local reality in French; at most 5,000 characters." })
  @IsNotEmpty()
  @MaxLength(5000)
  realityFr: string;

  @Field(() => String, { nullable: true, description: "The same in English, when it is translated." })
  @IsOptional()
  @Length(1, 5000)
  realityEn?: string | null;
}

export const regionProfileWrite = defineAction<RegionProfileWriteInput, RegionProfileRow>({
  name: "regionProfileWrite",
  roles: ["PROFESSIONAL"],
  row: RegionProfileRow,
  async apply({ regionCode, realityFr, realityEn }, work) {
    await requireOwnRegion(regionCode, work, work.today);
    const known = await work.manager.findOne(RegionProfileRow, {
      where: { regionCode },
      lock: { mode: "pessimistic_write" },
    });
    return work.save(RegionProfileRow, {
      id: known?.id ?? uuid(),
      regionCode,
      realityFr,
      realityEn: realityEn ?? null,
      tenant: work.viewer.organisation,
      writtenAt: work.now,
    });
  },
});
