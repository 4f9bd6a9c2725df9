/** Record a registration: a person comes to an organisation's door, and the hub begins to know them. */
import {
  IsEmail,
  IsEnum,
  IsISO31661Alpha2,
  IsNotEmpty,
  IsOptional,
  IsPhoneNumber,
  Length,
  MaxLength,
} from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { ChangeInput, defineAction } from "../../../platform/action.ts";
import { DateScalar, PartialDateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { MilestoneKind } from "../domain/milestone.ts";
import { Mandate } from "../domain/organisation.ts";
import { EntryDoor } from "../domain/registration.ts";
import { CandidateRow } from "../store/candidate.row.ts";
import { MilestoneRow } from "../store/milestone.row.ts";
import { mandatesOf, refoldPathway } from "../store/pathway.ts";
import { RegistrationRow } from "../store/registration.row.ts";

@InputType({
  description: "A person to register. Never a social insurance number, a RAMQ number or an identity paper.",
})
export class RegistrationRecordInput extends ChangeInput {
  @Field(() => String, {
    description: "Your own reference of the person, at most 200 characters; one registration each.",
  })
  @IsNotEmpty()
  @MaxLength(200)
  organisationReference: string;

  @Field(() => EntryDoor, { description: "How the person came." })
  @IsEnum(EntryDoor)
  entryDoor: EntryDoor;

  @Field(() => DateScalar, { nullable: true, description: "When; today unless told." })
  registeredOn?: string | null;

  @Field(() => String, { nullable: true, description: "Given names, as declared." })
  @IsOptional()
  @Length(1, 200)
  givenNames?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Family names, as declared. One of the two is needed.",
  })
  @IsOptional()
  @Length(1, 200)
  familyNames?: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: "Birth date, as far as it is known." })
  birthDate?: string | null;

  @Field(() => String, { nullable: true, description: "Electronic mail address." })
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Telephone number, with its country code where it is not of Canada.",
  })
  @IsOptional()
  @IsPhoneNumber("CA")
  @MaxLength(30)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: "Street address." })
  @IsOptional()
  @Length(1, 300)
  address?: string | null;

  @Field(() => String, { nullable: true, description: "City." })
  @IsOptional()
  @Length(1, 100)
  city?: string | null;

  @Field(() => String, { nullable: true, description: "Postal code." })
  @IsOptional()
  @Length(3, 12)
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: "Country: ISO 3166-1, two capital letters." })
  @IsOptional()
  @IsISO31661Alpha2()
  country?: string | null;
}

export const registrationRecord = defineAction<RegistrationRecordInput, RegistrationRow>({
  name: "registrationRecord",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL", "SYSTEM"],
  row: RegistrationRow,
  async apply(input, { save, viewer, now, today, manager }) {
    if (!input.givenNames?.trim() && !input.familyNames?.trim()) {
      throw new Refusal("REQUIRED", "A person has a given name or a family name.", "familyNames");
    }
    const registeredOn = input.registeredOn ?? today;
    if (registeredOn > today)
      throw new Refusal("OUT_OF_RANGE", "A registration is made today or earlier.", "registeredOn");
    const place = {
      organisationCode: viewer.organisation,
      organisationReference: input.organisationReference,
    };
    if (await manager.existsBy(RegistrationRow, place)) {
      throw new Refusal(
        "CONFLICT",
        "You registered a person under this reference already.",
        "organisationReference",
      );
    }
    const candidate = await save(CandidateRow, { ...NOT_STARTED, id: uuid(), createdAt: now });
    const registration = await save(RegistrationRow, {
      ...place,
      id: uuid(),
      candidateId: candidate.id,
      entryDoor: input.entryDoor,
      registeredOn,
      recordedAt: now,
      givenNames: input.givenNames ?? null,
      familyNames: input.familyNames ?? null,
      birthDate: input.birthDate ?? null,
      email: input.email ?? null,
      phone: input.phone ?? null,
      address: input.address ?? null,
      city: input.city ?? null,
      postalCode: input.postalCode ?? null,
      country: input.country ?? null,
    });
    const mandates = await mandatesOf(manager, viewer.organisation, today);
    const fromAbroad = mandates.includes(Mandate.PRE_DEPARTURE_REFERRAL);
    await save(MilestoneRow, {
      id: uuid(),
      registrationId: registration.id,
      candidateId: candidate.id,
      kind: fromAbroad ? MilestoneKind.REFERRED_FROM_ABROAD : MilestoneKind.REGISTERED,
      occurredAt: now,
      organisationCode: viewer.organisation,
      sourceId: `registration:${input.organisationReference}`.slice(0, 200),
      recordedAt: now,
    });
    await refoldPathway(manager, candidate.id);
    return registration;
  },
});

/** A candidate before the first milestone. */
const NOT_STARTED = {
  mainContactId: null,
  stage: null,
  stageSince: null,
  responsible: null,
  nextStep: null,
  dueOn: "infinity",
  exitReason: null,
  montrealStep: null,
};
