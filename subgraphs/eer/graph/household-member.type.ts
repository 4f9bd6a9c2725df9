/** The members of a household in the graph, what they need and how they are supported. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import { ChildAgeGroup, HouseholdRole } from "../domain/household.ts";
import { HouseholdNeedKind, HouseholdNeedState, HouseholdSupportKind } from "../domain/need.ts";

registerEnumType(HouseholdRole, {
  name: "HouseholdRole",
  description: "What a member is in the household.",
  valuesConfig: {
    PRINCIPAL: { description: "The person who came to EER (personne principale)." },
    SPOUSE: { description: "Their spouse (conjoint, conjointe)." },
    CHILD: { description: "A child (enfant)." },
  },
});

registerEnumType(ChildAgeGroup, {
  name: "ChildAgeGroup",
  description: "The age of a child, as far as child care and school need it; no birth date is kept.",
  valuesConfig: {
    UNDER_FIVE: { description: "Below school age (petite enfance)." },
    PRIMARY_SCHOOL: { description: "Of primary school age (primaire)." },
    SECONDARY_SCHOOL: { description: "Of secondary school age (secondaire)." },
    ADULT: { description: "Grown up, and part of the household (majeur)." },
  },
});

registerEnumType(HouseholdNeedKind, {
  name: "HouseholdNeedKind",
  description: "What somebody needs (besoin).",
  valuesConfig: {
    EMPLOYMENT: { description: "A job (emploi)." },
    TRAINING: { description: "Training (formation)." },
    FRENCH: { description: "French courses (francisation)." },
    HOUSING: { description: "Somewhere to live (logement)." },
    CHILD_CARE: { description: "Child care (garde d'enfants)." },
    SCHOOL: { description: "A school (école)." },
    TRANSPORT: { description: "A way to get around (transport)." },
    HEALTH_SERVICES: {
      description: "To know where health services are; nothing of anyone's health (services de santé).",
    },
    SOCIAL_NETWORK: { description: "People to know (réseau social)." },
    OTHER: { description: "Something else, as described (autre)." },
  },
});

registerEnumType(HouseholdNeedState, {
  name: "HouseholdNeedState",
  description: "Where a need stands.",
  valuesConfig: {
    OPEN: { description: "It is to be met (ouvert)." },
    MET: { description: "It was met (comblé)." },
    DROPPED: { description: "It is no longer one (abandonné)." },
  },
});

registerEnumType(HouseholdSupportKind, {
  name: "HouseholdSupportKind",
  description: "By what means EER supports somebody (soutien).",
  valuesConfig: {
    GUIDANCE: { description: "Advice and accompaniment (accompagnement)." },
    TRAVEL: { description: "Travel (déplacement)." },
    MOVING: { description: "The move (déménagement)." },
    HOUSING: { description: "Housing (logement)." },
    CHILD_CARE: { description: "Child care (garde d'enfants)." },
    SCHOOL: { description: "School (école)." },
    TRAINING: { description: "Training (formation)." },
    FRENCH_COURSE: { description: "A French course (francisation)." },
    EQUIPMENT: { description: "Tools or equipment for work (équipement)." },
    OTHER: { description: "Something else, as noted (autre)." },
  },
});

@ObjectType({ description: "A member of a household (membre du ménage)." })
export class HouseholdMember {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => HouseholdRole, { description: "What they are in the household." })
  role: HouseholdRole;

  @Field(() => ChildAgeGroup, { nullable: true, description: "For a child, the age group; null for others." })
  ageGroup: ChildAgeGroup | null;

  joinedOn: string;
  leftOn: string | null;
  registrationId: string | null;
  householdId: string;
  tenant: string;
}

@ObjectType({ description: "What a member of a household needs (besoin)." })
export class HouseholdNeed {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => HouseholdNeedKind, { description: "What is needed." })
  kind: HouseholdNeedKind;

  @Field(() => String, { nullable: true, description: "In words, where the kind does not say enough." })
  description: string | null;

  @Field(() => HouseholdNeedState, { description: "Where it stands." })
  state: HouseholdNeedState;

  @Field(() => DateScalar, { description: "When it was recorded." })
  recordedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When it was met or dropped; null while it is open.",
  })
  closedOn: string | null;
}

@ObjectType({ description: "A means by which EER supports a member of a household (moyen de soutien)." })
export class HouseholdSupport {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => HouseholdSupportKind, { description: "What it is for." })
  kind: HouseholdSupportKind;

  @Field(() => Int, { description: "What it cost, in cents of Canadian dollars; 0 when nothing." })
  amountCents: number;

  @Field(() => String, { nullable: true, description: "In words, where the kind does not say enough." })
  note: string | null;

  @Field(() => DateScalar, { description: "When it was given." })
  givenOn: string;

  needId: string | null;
  memberId: string;
}
