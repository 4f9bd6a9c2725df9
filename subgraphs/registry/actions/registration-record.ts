/** Record a registration: a person comes to an organisation's door, and the hub begins to know them. */
import { IsEnum, IsNotEmpty, MaxLength } from "class-validator";
import { v7 as uuid } from "uuid";
import { Field, InputType } from "type-graphql";
import { defineAction } from "../../../platform/action.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { Refusal } from "../../../platform/user-error.ts";
import { keyed } from "../domain/identity/index.ts";
import { MilestoneKind } from "../domain/milestone.ts";
import { Mandate } from "../domain/organisation.ts";
import { EntryDoor } from "../domain/registration.ts";
import { CandidateRow } from "../store/candidate.row.ts";
import { awaitTurn, identify } from "../store/identify.ts";
import { MilestoneRow } from "../store/milestone.row.ts";
import { mandatesOf } from "../store/pathway.ts";
import { RegistrationRow } from "../store/registration.row.ts";
import { declaredBy, DeclarationInput } from "./declaration.ts";
import { followMilestones } from "./propose-next.ts";

@InputType({
  description: "A person to register. Never a social insurance number, a RAMQ number or an identity paper.",
})
export class RegistrationRecordInput extends DeclarationInput {
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
}

export const registrationRecord = defineAction<RegistrationRecordInput, RegistrationRow>({
  name: "registrationRecord",
  roles: ["COUNSELLOR", "OFFICER", "ADVISER", "PROFESSIONAL", "SYSTEM"],
  row: RegistrationRow,
  async apply(input, { save, viewer, now, today, manager }) {
    const declared = declaredBy(input);
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
    // Two doors at once would each find nobody.
    await awaitTurn(manager, declared);
    const candidate = await save(CandidateRow, { ...NOT_STARTED, id: uuid(), createdAt: now });
    const registration = await save(RegistrationRow, {
      ...place,
      id: uuid(),
      candidateId: candidate.id,
      entryDoor: input.entryDoor,
      registeredOn,
      recordedAt: now,
      ...declared,
      ...keyed(declared),
      anonymisedOn: null,
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
      regionCode: null,
      withdrawnAt: null,
      track: null,
      moved: false,
    });
    const toIdentify = { registrationId: registration.id, candidateId: candidate.id, declared };
    const candidateId = await identify(manager, toIdentify, now);
    await followMilestones(manager, [candidateId], now);
    return { ...registration, candidateId };
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
  door: null,
  welcomedBy: null,
  montrealStep: null,
};
