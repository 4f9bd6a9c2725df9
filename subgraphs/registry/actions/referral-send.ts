/** Send a referral: hand a person to another organisation, which sees the sections it names from now on. */
import { ArrayNotEmpty, IsEnum, IsNotEmpty, IsOptional, Length } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, dayInQuebec, defineAction } from "../../../platform/action.ts";
import { Refusal } from "../../../platform/user-error.ts";
import {
  ALWAYS_SHARED,
  DAYS_TO_ANSWER,
  OPEN_STATES,
  ReferralReason,
  ReferralState,
} from "../domain/referral.ts";
import { Section } from "../domain/section.ts";
import { findInCircle } from "../store/circle.ts";
import { OrganisationRow } from "../store/organisation.row.ts";
import { ReferralRow } from "../store/referral.row.ts";

@InputType({ description: "A referral to send." })
export class ReferralSendInput extends ChangeInput {
  @Field(() => ID, { description: "The person." })
  candidateId: string;

  @Field(() => String, { description: "The organisation that receives it, by its code." })
  @IsNotEmpty()
  to: string;

  @Field(() => ReferralReason, { description: "What it is for." })
  @IsEnum(ReferralReason)
  reason: ReferralReason;

  @Field(() => String, {
    nullable: true,
    description: "Words to the receiver, at most 2,000 characters; needed when the reason is OTHER.",
  })
  @IsOptional()
  @Length(1, 2000)
  message?: string | null;

  @Field(() => [Section], {
    description: "What the receiver may see while it is open; IDENTITY and PATHWAY go with every referral.",
  })
  @ArrayNotEmpty()
  @IsEnum(Section, { each: true })
  sections: Section[];
}

export const referralSend = defineAction<ReferralSendInput, ReferralRow>({
  name: "referralSend",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL", "SYSTEM"],
  row: ReferralRow,
  async apply(input, work) {
    const { save, viewer, now, manager } = work;
    const candidate = await findInCircle(work, input.candidateId, "candidateId");
    if (input.to === viewer.organisation)
      throw new Refusal("OUT_OF_RANGE", "A referral goes to another organisation.", "to");
    if (!(await manager.existsBy(OrganisationRow, { code: input.to }))) {
      throw new Refusal(
        "UNKNOWN_REFERENCE",
        "There is no such organisation; see organisations { code }.",
        "to",
      );
    }
    if (input.reason === ReferralReason.OTHER && !input.message) {
      throw new Refusal("REQUIRED", "Say in the message what the referral is for.", "message");
    }
    const way = {
      candidateId: candidate.id,
      fromOrganisation: viewer.organisation,
      toOrganisation: input.to,
      reason: input.reason,
    };
    const open = OPEN_STATES.map((state) => ({ ...way, state }));
    if (await manager.exists(ReferralRow, { where: open })) {
      throw new Refusal("CONFLICT", "Such a referral of this person is open already.", "to");
    }
    return save(ReferralRow, {
      ...way,
      id: uuid(),
      message: input.message ?? null,
      sections: [...new Set([...ALWAYS_SHARED, ...input.sections])],
      state: ReferralState.REQUESTED,
      requestedAt: now,
      requestedBy: viewer.subject,
      dueOn: dayInQuebec(new Date(now.getTime() + DAYS_TO_ANSWER * 86_400_000)),
      stateSince: now,
      stateBy: viewer.subject,
      outcome: null,
    });
  },
});
