/** Report a milestone: a partner says what happened, and the stage follows from all that was said. */
import { IsEnum, IsNotEmpty, IsOptional, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { MilestoneKind, PathwayTrack, REPORTERS } from "../domain/milestone.ts";
import { CandidateRow } from "../store/candidate.row.ts";
import { MilestoneRow } from "../store/milestone.row.ts";
import { mandatesOf, refoldPathway } from "../store/pathway.ts";
import { RegistrationRow } from "../store/registration.row.ts";

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
  async apply(input, { find, save, viewer, now, today, manager }) {
    const { id: registrationId, candidateId } = await find(
      RegistrationRow,
      input.registrationId,
      "registrationId",
      {
        organisationCode: viewer.organisation,
      },
    );
    const mandates = await mandatesOf(manager, viewer.organisation, today);
    if (!REPORTERS[input.kind].some((mandate) => mandates.includes(mandate))) {
      throw new Refusal(
        "NOT_ALLOWED",
        REPORTERS[input.kind].length > 0
          ? `${input.kind} is reported by ${REPORTERS[input.kind].join(" or ")}.`
          : `${input.kind} is written by the registry when a referral is accepted.`,
        "kind",
      );
    }
    if (input.track && input.kind !== MilestoneKind.READY_DECLARED)
      throw new Refusal("OUT_OF_RANGE", "A track is told with READY_DECLARED only.", "track");
    if (input.occurredAt > now)
      throw new Refusal("OUT_OF_RANGE", "A milestone is reported once it has happened.", "occurredAt");
    const told = await manager.findOneBy(MilestoneRow, {
      organisationCode: viewer.organisation,
      sourceId: input.sourceId,
    });
    if (told && (told.kind !== input.kind || told.registrationId !== registrationId)) {
      throw new Refusal("CONFLICT", "You reported another milestone under this id.", "sourceId");
    }
    if (told) return told;
    // Milestones of one person come in one after the other, so that the stored pathway is the fold of them all.
    await find(CandidateRow, candidateId, "registrationId");
    const milestone = await save(MilestoneRow, {
      id: uuid(),
      registrationId,
      candidateId,
      kind: input.kind,
      occurredAt: input.occurredAt,
      organisationCode: viewer.organisation,
      sourceId: input.sourceId,
      recordedAt: now,
      track: input.track ?? null,
      moved: false,
    });
    const pathway = await refoldPathway(manager, candidateId);
    return { ...milestone, moved: pathway?.moved.has(milestone.id) ?? false };
  },
});
