/** Send a referral: hand a person to another organisation, which sees the sections it names from now on. */
import { ArrayNotEmpty, IsEnum, IsNotEmpty, IsOptional, Length } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction, type Work } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { REFERRAL_KINDS } from "../domain/referral-kind.ts";
import { ReferralReason } from "../domain/referral.ts";
import { Section } from "../domain/section.ts";
import { monthOf, placesInRegions, placesLeft } from "../store/capacity.ts";
import { findInCircle } from "../store/circle.ts";
import { OrganisationRow } from "../store/organisation.row.ts";
import { mandatesOf } from "../store/pathway.ts";
import { ReferralRow } from "../store/referral.row.ts";
import { requireSharedDay } from "./referral-extend.ts";
import { requestReferral } from "./referral-request.ts";

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

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The last day on which it opens these sections; unless told, that of its kind. An end of the referral ends it sooner.",
  })
  @IsOptional()
  expiresOn?: string | null;
}

export const referralSend = defineAction<ReferralSendInput, ReferralRow>({
  name: "referralSend",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL", "SYSTEM"],
  row: ReferralRow,
  async apply(input, work) {
    const { viewer, now, today, manager } = work;
    const candidate = await findInCircle(work, input.candidateId, "candidateId");
    await requireReceiver(input, work);
    if (input.reason === ReferralReason.OTHER && !input.message) {
      throw new Refusal("REQUIRED", "Say in the message what the referral is for.", "message");
    }
    if (input.expiresOn) requireSharedDay(input.expiresOn, today);
    const { to, reason } = input;
    const [open]: unknown[] = await manager.query(
      `select from referral where candidate_id = $1 and from_organisation = $2 and to_organisation = $3 and reason = $4
         and open_until >= $5`,
      [candidate.id, viewer.organisation, to, reason, today],
    );
    if (open) throw new Refusal("CONFLICT", "Such a referral of this person is open already.", "to");
    if (reason === ReferralReason.REGION_CHOSEN) await requirePlace(to, work);
    return requestReferral(
      manager,
      {
        candidateId: candidate.id,
        from: viewer.organisation,
        to,
        reason,
        sections: input.sections,
        message: input.message ?? null,
        sentBy: viewer.subject,
        milestoneId: null,
        expiresOn: input.expiresOn ?? null,
      },
      now,
    );
  },
});

/** @throws {Refusal} when nobody has this code, or their mandate is not what the referral is for */
async function requireReceiver(
  { to, reason }: ReferralSendInput,
  { manager, viewer, today }: Work,
): Promise<void> {
  if (to === viewer.organisation)
    throw new Refusal("OUT_OF_RANGE", "A referral goes to another organisation.", "to");
  if (!(await manager.existsBy(OrganisationRow, { code: to }))) {
    throw new Refusal(
      "UNKNOWN_REFERENCE",
      "There is no such organisation; see organisations { code }.",
      "to",
    );
  }
  const { receiver } = REFERRAL_KINDS[reason];
  if (receiver && !(await mandatesOf(manager, to, today)).includes(receiver))
    throw new Refusal(
      "OUT_OF_RANGE",
      `${reason} goes to an organisation whose mandate is ${receiver}.`,
      "to",
    );
}

/**
 * @throws {Refusal} `CONFLICT` when the partner declared that it has no place left this month, naming who has. A
 *   partner that declared nothing is asked and answers for itself.
 */
async function requirePlace(to: string, { manager, today }: Work): Promise<void> {
  const regions: { regionCode: string }[] = await manager.query(
    `select region_code as "regionCode" from mandate join organisation on organisation.id = mandate.organisation_id
     where organisation.code = $1 and mandate = 'WELCOME' and region_code is not null and (until is null or until >= $2)`,
    [to, today],
  );
  const codes = regions.map(({ regionCode }) => regionCode);
  const partners = await placesInRegions(manager, codes, monthOf(today), today);
  const left = partners.map((partner) => ({ to: partner.organisationCode, left: placesLeft(partner) }));
  const own = left.filter((partner) => partner.to === to);
  if (own.length === 0 || own.some((partner) => partner.left !== 0)) return;
  const others = left.filter((partner) => partner.left !== null && partner.left > 0);
  const instead =
    others.length > 0
      ? `places are left at ${others.map((other) => `${other.to} (${other.left})`).join(", ")}`
      : "no other partner of the region has declared any: see referralCapacity, or ask again next month";
  throw new Refusal("CONFLICT", `This partner has no place left this month; ${instead}.`, "to");
}
