/** Declare a person ready: who says so and when stays, and EER hands over (see domain/readiness.ts). */
import { IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { IsNull, type EntityManager } from "typeorm";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { tell } from "../../../platform/outbox.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { MILESTONE_OF } from "../domain/milestone.ts";
import { obstacleToReadiness, type ReadinessFacts, type ReadinessObstacle } from "../domain/readiness.ts";
import { ReflectionPlanState } from "../domain/reflection.ts";
import { CounsellorAssignmentRow } from "../store/counsellor-assignment.row.ts";
import { EligibilityAssessmentRow } from "../store/eligibility-assessment.row.ts";
import { EmployabilityFileRow } from "../store/employability-file.row.ts";
import { HouseholdMemberRow } from "../store/household-member.row.ts";
import { ReadinessRow } from "../store/readiness.row.ts";
import { ReflectionPlanRow } from "../store/reflection-plan.row.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "A person who is ready." })
export class ReadinessDeclareInput extends ChangeInput {
  @Field(() => ID, {
    description: "The person's file: eligible, in a counsellor's care, with a validated reflection plan.",
  })
  fileId: string;

  @Field(() => String, { nullable: true, description: "What you add; at most 1,000 characters." })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(1000)
  note?: string | null;
}

const OBSTACLES: Record<ReadinessObstacle, string> = {
  NOT_ASSESSED: "Eligibility was not assessed; assess it first.",
  NOT_ELIGIBLE: "The last assessment says that the person is not eligible.",
  NO_COUNSELLOR: "The person's household is in nobody's care; name a counsellor first.",
  PLAN_NOT_VALIDATED: "The reflection plan is not validated; validate it first.",
};

export const readinessDeclare = defineAction<ReadinessDeclareInput, ReadinessRow>({
  name: "readinessDeclare",
  roles: ["COUNSELLOR"],
  row: ReadinessRow,
  async apply(input, work) {
    const { manager, save, viewer, now, today } = work;
    const file = await findOwn(work, EmployabilityFileRow, input.fileId, "fileId");
    const { registrationId } = file;
    if (await manager.existsBy(ReadinessRow, { registrationId, withdrawnAt: IsNull() }))
      throw new Refusal("WRONG_STATE", "The person was declared ready already.", "fileId");
    const obstacle = obstacleToReadiness(await factsOf(registrationId, manager));
    if (obstacle) throw new Refusal("WRONG_STATE", OBSTACLES[obstacle], "fileId");
    const id = uuid();
    await tell(work, {
      kind: MILESTONE_OF.readinessDeclare,
      registrationId,
      sourceId: `readiness:${id}:declared`,
      details: { track: file.track },
    });
    return save(ReadinessRow, {
      id,
      tenant: file.tenant,
      registrationId,
      track: file.track,
      declaredOn: today,
      declaredAt: now,
      declaredBy: viewer.subject,
      note: input.note ?? null,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawalReason: null,
    });
  },
});

async function factsOf(registrationId: string, manager: EntityManager): Promise<ReadinessFacts> {
  const [assessment] = await manager.find(EligibilityAssessmentRow, {
    where: { registrationId },
    order: { assessedAt: "DESC", id: "DESC" },
    take: 1,
  });
  const plans = await manager.findBy(ReflectionPlanRow, { registrationId });
  const member = await manager.findOneBy(HouseholdMemberRow, { registrationId, leftOn: IsNull() });
  return {
    eligible: assessment?.eligible ?? null,
    planValidated:
      plans.some(({ state }) => state === ReflectionPlanState.VALIDATED) &&
      !plans.some(({ state }) => state === ReflectionPlanState.IN_PROGRESS),
    counsellorNamed:
      member !== null &&
      (await manager.existsBy(CounsellorAssignmentRow, {
        householdId: member.householdId,
        until: IsNull(),
      })),
  };
}
