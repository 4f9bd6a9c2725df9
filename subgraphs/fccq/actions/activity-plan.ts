/** Plan an activity: an exploratory trip, a meeting with employers, a session. */
import { ArrayMaxSize, IsIn, IsNotEmpty, IsOptional, MaxLength, ValidateNested } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { ActivityKind, ActivityMode, ActivityState } from "../domain/activity.ts";
import { REGION_CODES } from "../domain/region.ts";
import { ActivityPartRow } from "../store/activity-part.row.ts";
import { ActivityRow } from "../store/activity.row.ts";
import { ChamberRow } from "../store/chamber.row.ts";
import { ActivityPartInput, partsOf } from "./activity-part.ts";

@InputType({ description: "An activity to plan." })
export class ActivityPlanInput extends ChangeInput {
  @Field(() => ActivityKind, { description: "What kind it is." })
  kind: ActivityKind;

  @Field(() => ActivityMode, { description: "In person or virtual." })
  mode: ActivityMode;

  @Field(() => String, { description: "Its title; at most 200 characters." })
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @Field(() => DateScalar, { description: "Its day." })
  heldOn: string;

  @Field(() => String, { description: "Its region, 01 to 17." })
  @IsIn(REGION_CODES)
  regionCode: string;

  @Field(() => String, { description: "The city it takes place in or is about; at most 100 characters." })
  @IsNotEmpty()
  @MaxLength(100)
  city: string;

  @Field(() => ID, { nullable: true, description: "The chamber that hosts it; null when none." })
  @IsOptional()
  chamberId?: string | null;

  @Field(() => [ActivityPartInput], { description: "Its programme of the day; at most 50 parts." })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  programme: ActivityPartInput[];
}

export const activityPlan = defineAction<ActivityPlanInput, ActivityRow>({
  name: "activityPlan",
  roles: ["OFFICER"],
  row: ActivityRow,
  async apply(input, { find, save, manager }) {
    const chamber = input.chamberId ? await find(ChamberRow, input.chamberId, "chamberId") : null;
    const activity = await save(ActivityRow, {
      id: uuid(),
      kind: input.kind,
      mode: input.mode,
      state: ActivityState.PLANNED,
      title: input.title,
      heldOn: input.heldOn,
      regionCode: input.regionCode,
      city: input.city,
      chamberId: chamber?.id ?? null,
      suspensionReason: null,
    });
    await manager.insert(ActivityPartRow, partsOf(activity.id, input.programme));
    return activity;
  },
});
