/** Report many milestones at once: each bad one is told, the good ones are kept, all in one transaction. */
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsEnum,
  IsIn,
  IsNotEmpty,
  IsOptional,
  MaxLength,
} from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction, problemsOf } from "../../../platform/action.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import type { UserError } from "../../../platform/user-error.ts";
import { MilestoneKind, PathwayTrack } from "../domain/milestone.ts";
import { REGION_CODES } from "../domain/region.ts";
import { MilestoneReportRow } from "../store/milestone-report.row.ts";
import { MilestoneRow } from "../store/milestone.row.ts";
import { milestoneReport } from "./milestone-report.ts";
import { tellMilestones } from "./milestone-told.ts";

@InputType({ description: "One of several milestones to report." })
export class ReportedMilestoneInput {
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

  @Field(() => String, { nullable: true, description: "The region it names, by code: for REGION_CHOSEN." })
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

@InputType({ description: "Milestones to report." })
export class MilestonesReportInput extends ChangeInput {
  @Field(() => [ReportedMilestoneInput], { description: "The milestones, 1 to 100, in any order." })
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  milestones: ReportedMilestoneInput[];
}

export const milestonesReport = defineAction<MilestonesReportInput, MilestoneReportRow>({
  name: "milestonesReport",
  roles: milestoneReport.roles,
  row: MilestoneReportRow,
  async apply({ milestones }, work) {
    const problems = await Promise.all(milestones.map(problemsOf));
    const sound = milestones.filter((_, index) => problems[index]?.length === 0);
    const told = await tellMilestones(sound, work);
    const results = milestones.map(({ sourceId }, index) => {
      const wrong = problems[index] ?? [];
      if (wrong.length > 0) return { sourceId: sourceId.slice(0, 200), milestoneId: null, userErrors: wrong };
      const outcome = told.shift();
      if (outcome instanceof MilestoneRow) return { sourceId, milestoneId: outcome.id, userErrors: [] };
      if (!outcome) throw new Error("Of a milestone nothing was said.");
      const { code, message, field } = outcome;
      return { sourceId, milestoneId: null, userErrors: [{ code, message, field }] satisfies UserError[] };
    });
    return work.save(MilestoneReportRow, {
      id: uuid(),
      organisationCode: work.viewer.organisation,
      reportedAt: work.now,
      results,
    });
  },
});
