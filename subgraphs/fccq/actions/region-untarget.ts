/** No longer target a region. */
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { TargetedRegionRow } from "../store/targeted-region.row.ts";

@InputType({ description: "A region that the programme ceases to target." })
export class RegionUntargetInput extends ChangeInput {
  @Field(() => ID, { description: "The targeted region, without an end so far." })
  targetedRegionId: string;

  @Field(() => DateScalar, { description: "The last day." })
  until: string;
}

export const regionUntarget = defineAction<RegionUntargetInput, TargetedRegionRow>({
  name: "regionUntarget",
  roles: ["OFFICER"],
  row: TargetedRegionRow,
  async apply(input, { find, save }) {
    const targeted = await find(TargetedRegionRow, input.targetedRegionId, "targetedRegionId");
    if (targeted.until !== null)
      throw new Refusal("WRONG_STATE", "This region has its last day already.", "targetedRegionId");
    if (input.until < targeted.since)
      throw new Refusal("OUT_OF_RANGE", "A region cannot cease to be targeted before it was.", "until");
    return save(TargetedRegionRow, { ...targeted, until: input.until });
  },
});
