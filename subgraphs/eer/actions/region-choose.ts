/** A household chooses a region, or another one; what it chose before stays in its history. */
import { IsIn, IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { In, IsNull } from "typeorm";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { isCovered } from "../domain/coverage.ts";
import { MILESTONE_OF } from "../domain/milestone.ts";
import { REGION_CODES } from "../domain/region.ts";
import { PREPARING } from "../domain/relocation.ts";
import { CoveredRegionRow } from "../store/covered-region.row.ts";
import { RegionChoiceRow } from "../store/region-choice.row.ts";
import { RelocationPlanRow } from "../store/relocation-plan.row.ts";
import { dayOfEvent } from "./days.ts";
import { findOpenHousehold } from "./own.ts";
import { tellHousehold } from "./tell-household.ts";

@InputType({ description: "The region that a household chooses." })
export class RegionChooseInput extends ChangeInput {
  @Field(() => ID, { description: "The household." })
  householdId: string;

  @Field(() => String, { description: "The region, by code; one that EER covers." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => String, { nullable: true, description: "The city, when it is known; at most 100 characters." })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(100)
  city?: string | null;

  @Field(() => String, { nullable: true, description: "Why this one; at most 1,000 characters." })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(1000)
  reason?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  chosenOn?: string | null;
}

export const regionChoose = defineAction<RegionChooseInput, RegionChoiceRow>({
  name: "regionChoose",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: RegionChoiceRow,
  async apply(input, work) {
    const { manager, save, viewer, today } = work;
    const { regionCode } = input;
    const city = input.city ?? null;
    const household = await findOpenHousehold(work, input.householdId);
    if (!isCovered(await manager.findOneBy(CoveredRegionRow, { regionCode }), today))
      throw new Refusal("OUT_OF_RANGE", "EER does not cover this region.", "regionCode");
    if (await manager.existsBy(RelocationPlanRow, { householdId: household.id, state: In([...PREPARING]) }))
      throw new Refusal(
        "WRONG_STATE",
        "A move of this household is being prepared; give that plan up before it chooses another region.",
        "householdId",
      );
    const current = await manager.findOneBy(RegionChoiceRow, {
      householdId: household.id,
      supersededOn: IsNull(),
    });
    if (current?.regionCode === regionCode && current.city === city)
      throw new Refusal("CONFLICT", "The household has chosen this already.", "regionCode");
    const chosenOn = dayOfEvent(input.chosenOn, today, "chosenOn", current?.chosenOn ?? household.openedOn);
    if (current) await save(RegionChoiceRow, { ...current, supersededOn: chosenOn });
    const id = uuid();
    if (current?.regionCode !== regionCode) {
      const chosen = { sourceId: `region-choice:${id}:chosen`, on: chosenOn };
      const changed = { sourceId: `region-choice:${id}:changed`, on: chosenOn };
      await tellHousehold(
        work,
        household.id,
        { kind: MILESTONE_OF.regionChoose, ...chosen, details: { regionCode } },
        ...(current ? [{ kind: MILESTONE_OF.regionChooseAnother, ...changed }] : []),
      );
    }
    return save(RegionChoiceRow, {
      id,
      tenant: household.tenant,
      householdId: household.id,
      regionCode,
      city,
      reason: input.reason ?? null,
      chosenOn,
      chosenWith: viewer.subject,
      supersededOn: null,
    });
  },
});
