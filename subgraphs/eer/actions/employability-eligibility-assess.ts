/** Assess whether a person may be served, by the rule in force on the day; the rule and every reason stay. */
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import {
  assessEligibility,
  EligibilityGeneration,
  EligibilityStatus,
  missingFact,
} from "../domain/eligibility.ts";
import { EligibilityAssessmentRow } from "../store/eligibility-assessment.row.ts";
import { EmployabilityFileRow } from "../store/employability-file.row.ts";
import { dayOfEvent } from "./days.ts";
import { findOwn } from "./own.ts";

@InputType({ description: "What an assessment of eligibility is made of, as the person declares it." })
export class EmployabilityEligibilityAssessInput extends ChangeInput {
  @Field(() => ID, { description: "The person's file." })
  fileId: string;

  @Field(() => EligibilityGeneration, { description: "Whether the person immigrated themselves." })
  generation: EligibilityGeneration;

  @Field(() => EligibilityStatus, {
    nullable: true,
    description: "Their status; required of those who immigrated.",
  })
  status?: EligibilityStatus | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Their arrival in Québec; required unless they are still abroad.",
  })
  arrivedOn?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: "Whether they hold a CSQ." })
  csqHeld: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day the rule is applied to; today unless told.",
  })
  assessedOn?: string | null;
}

export const employabilityEligibilityAssess = defineAction<
  EmployabilityEligibilityAssessInput,
  EligibilityAssessmentRow
>({
  name: "employabilityEligibilityAssess",
  roles: ["COUNSELLOR", "SYSTEM"],
  row: EligibilityAssessmentRow,
  async apply(input, work) {
    const { save, viewer, now, today } = work;
    const facts = {
      generation: input.generation,
      status: input.status ?? null,
      arrivedOn: input.arrivedOn ?? null,
      csqHeld: input.csqHeld,
    };
    const missing = missingFact(facts);
    if (missing) throw new Refusal("REQUIRED", "This must be known of a person who immigrated.", missing);
    const assessedOn = dayOfEvent(input.assessedOn, today, "assessedOn");
    const file = await findOwn(work, EmployabilityFileRow, input.fileId, "fileId");
    const verdict = assessEligibility(facts, assessedOn);
    if (!verdict) throw new Refusal("OUT_OF_RANGE", "No rule was in force on this day.", "assessedOn");
    return save(EligibilityAssessmentRow, {
      id: uuid(),
      tenant: file.tenant,
      registrationId: file.registrationId,
      assessedAt: now,
      assessedBy: viewer.subject,
      assessedOn,
      ...facts,
      ...verdict,
    });
  },
});
