/** Report a milestone: a partner says what happened, and the stage follows from all that was said. */
import { IsEnum, IsIn, IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { MilestoneKind, PathwayTrack } from "../domain/milestone.ts";
import { REGION_CODES } from "../domain/region.ts";
import { MilestoneRow } from "../store/milestone.row.ts";
import { tellMilestones } from "./milestone-told.ts";

@InputType({ description: "A milestone to report." })
export class MilestoneReportInput extends ChangeInput {
  @Field(() => ID, { description: "Your own registration of the person (`Registration.id`)." })
  registrationId: string;

  @Field(() => MilestoneKind, { description: "What happened." })
  @IsEnum(MilestoneKind)
  kind: MilestoneKind;

  @Field(() => DateTimeScalar, { description: "When it happened; not in the future." })
  occurredAt: Date;

  @Field(() => String, { description: "Your own id of the event, at most 200 characters: twice is once." })
  @IsNotEmpty()
  @MaxLength(200)
  sourceId: string;

  @Field(() => String, {
    nullable: true,
    description: "The region it names, by code: for REGION_CHOSEN, so that its partner can be asked.",
  })
  @IsOptional()
  @IsIn(REGION_CODES)
  regionCode?: string | null;

  @Field(() => PathwayTrack, {
    nullable: true,
    description: "What the person is ready for; with READY_DECLARED only, EMPLOYMENT unless told.",
  })
  @IsOptional()
  @IsEnum(PathwayTrack)
  track?: PathwayTrack | null;
}

export const milestoneReport = defineAction<MilestoneReportInput, MilestoneRow>({
  name: "milestoneReport",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL", "SYSTEM"],
  row: MilestoneRow,
  async apply(input, work) {
    const [told] = await tellMilestones([input], work);
    if (told instanceof MilestoneRow) return told;
    throw told ?? new Error("Of one milestone nothing was said.");
  },
});
