/** Record what a person agreed to, or refused: one purpose, one recipient, the sections they named, until a day. */
import { ArrayNotEmpty, IsEnum, IsIn, IsOptional, Length } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, ID, InputType } from "type-graphql";
import { ChangeInput, defineAction, type Work } from "../../../platform/action.ts";
import type { Purpose } from "../../../platform/passport.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { CollectedHow, CONSENT_PURPOSES, GivenBy, latestExpiry } from "../domain/consent.ts";
import { Section } from "../domain/section.ts";
import { findOwnOrInCircle } from "../store/circle.ts";
import { ConsentRow } from "../store/consent.row.ts";
import { OrganisationGroupRow } from "../store/organisation-group.row.ts";
import { OrganisationRow } from "../store/organisation.row.ts";
import { PurposeEnum } from "./purpose.ts";

@InputType({ description: "What a person agreed to, or refused. Nothing is ticked beforehand." })
export class ConsentRecordInput extends ChangeInput {
  @Field(() => ID, { description: "The person." })
  candidateId: string;

  @Field(() => String, {
    nullable: true,
    description: "The organisation it is about, by its code; this or recipientGroup.",
  })
  @IsOptional()
  @Length(1, 60)
  recipient?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The group of organisations it is about, by its code; this or recipient.",
  })
  @IsOptional()
  @Length(1, 60)
  recipientGroup?: string | null;

  @Field(() => [Section], { description: "The sections it is about." })
  @ArrayNotEmpty()
  @IsEnum(Section, { each: true })
  sections: Section[];

  @Field(() => PurposeEnum, { description: "The one purpose it is for." })
  @IsIn(CONSENT_PURPOSES)
  purpose: Purpose;

  @Field(() => Boolean, { description: "True when the person agreed, false when they refused." })
  given: boolean;

  @Field(() => GivenBy, { description: "Who gave it: the person, or a parent for a child under 14." })
  @IsEnum(GivenBy)
  givenBy: GivenBy;

  @Field(() => CollectedHow, { description: "How it was collected." })
  @IsEnum(CollectedHow)
  collectedHow: CollectedHow;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When it was given or refused; today unless told.",
  })
  givenOn?: string | null;

  @Field(() => DateScalar, {
    description: "The last day on which it holds; at most three years after it was given.",
  })
  expiresOn: string;
}

export const consentRecord = defineAction<ConsentRecordInput, ConsentRow>({
  name: "consentRecord",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL", "CANDIDATE"],
  row: ConsentRow,
  async apply(input, work) {
    const { save, viewer, now, today } = work;
    const candidate = await findOwnOrInCircle(work, input.candidateId, "candidateId");
    await requireOneRecipient(input, work);
    const givenOn = input.givenOn ?? today;
    if (givenOn > today)
      throw new Refusal("OUT_OF_RANGE", "A consent is recorded once it was given.", "givenOn");
    if (input.expiresOn <= givenOn || input.expiresOn > latestExpiry(givenOn)) {
      throw new Refusal(
        "OUT_OF_RANGE",
        `A consent given on ${givenOn} ends after that day and by ${latestExpiry(givenOn)}.`,
        "expiresOn",
      );
    }
    return save(ConsentRow, {
      id: uuid(),
      candidateId: candidate.id,
      recipient: input.recipient ?? null,
      recipientGroup: input.recipientGroup ?? null,
      sections: [...new Set(input.sections)],
      purpose: input.purpose,
      given: input.given,
      givenBy: input.givenBy,
      collectedHow: input.collectedHow,
      collectedBy: viewer.subject,
      collectedFor: viewer.roles.includes("CANDIDATE") ? null : viewer.organisation,
      givenOn,
      expiresOn: input.expiresOn,
      recordedAt: now,
      withdrawnAt: null,
      withdrawnBy: null,
    });
  },
});

async function requireOneRecipient(
  { recipient, recipientGroup }: ConsentRecordInput,
  { manager }: Work,
): Promise<void> {
  if (Boolean(recipient) === Boolean(recipientGroup)) {
    throw new Refusal("REQUIRED", "A consent is about one organisation or one group.", "recipient");
  }
  if (recipient && !(await manager.existsBy(OrganisationRow, { code: recipient }))) {
    throw new Refusal(
      "UNKNOWN_REFERENCE",
      "There is no such organisation; see organisations { code }.",
      "recipient",
    );
  }
  if (recipientGroup && !(await manager.existsBy(OrganisationGroupRow, { code: recipientGroup }))) {
    throw new Refusal(
      "UNKNOWN_REFERENCE",
      "There is no such group; see organisationGroups { code }.",
      "recipientGroup",
    );
  }
}
