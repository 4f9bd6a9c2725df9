/** Target a region: the programme looks for employers and candidates for it. */
import { IsIn } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { REGION_CODES } from "../domain/region.ts";
import { TargetedRegionRow } from "../store/targeted-region.row.ts";

@InputType({ description: "A region to target." })
export class RegionTargetInput extends ChangeInput {
  @Field(() => String, { description: "The region, 01 to 17, which is not targeted then." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => DateScalar, { description: "The first day." })
  since: string;
}

export const regionTarget = defineAction<RegionTargetInput, TargetedRegionRow>({
  name: "regionTarget",
  roles: ["OFFICER"],
  row: TargetedRegionRow,
  async apply(input, { save }) {
    return save(TargetedRegionRow, {
      id: uuid(),
      regionCode: input.regionCode,
      since: input.since,
      until: null,
    });
  },
});
