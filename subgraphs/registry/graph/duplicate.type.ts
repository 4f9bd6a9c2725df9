/** Who is who in the graph: what a door is told, questions for a human, and what was decided. */
import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { DoorOutcome, IdentityOutcome, type Evidence } from "../domain/identity/index.ts";

registerEnumType(DoorOutcome, {
  name: "RegistrationOutcome",
  description: "Whether the hub knew a person who registers.",
  valuesConfig: {
    NEW: { description: "Nobody whom the hub knows." },
    LINKED: {
      description: "Somebody whom the hub knows: the registration was linked to theirs (reconnu).",
    },
    POSSIBLE_DUPLICATE: {
      description: "Perhaps somebody whom the hub knows; a human has to say (doublon possible).",
    },
  },
});

registerEnumType(IdentityOutcome, {
  name: "IdentityOutcome",
  description: "What was decided on two registrations.",
  valuesConfig: {
    LINKED_AUTOMATICALLY: { description: "The matcher linked them." },
    POSSIBLE: { description: "The matcher asks a human." },
    LINKED: { description: "A human said that they are one person." },
    DECLARED_DIFFERENT: { description: "A human said that they are two persons; nobody asks again." },
    TAKEN_BACK: { description: "A decision was taken back; what stood before it stands again." },
  },
});

@ObjectType({ description: "Whether the hub knew a person who registers." })
export class RegistrationIdentity {
  @Field(() => DoorOutcome, { description: "What came out." })
  outcome: DoorOutcome;

  mayBeKnownTo: string[];
}

@ObjectType({ description: "What one field says for or against two registrations being one person." })
export class IdentityEvidence implements Evidence {
  @Field(() => String, {
    description: "The field: given, family, order, birth, phone, email, street, postal, city.",
  })
  field: string;

  @Field(() => String, { description: "How far the two agree in it: EXACT, VARIANT, NEAR, DIFFERENT …" })
  level: string;

  @Field(() => Float, {
    description:
      "Bits for one person, or below zero against; 0 where a stronger piece of the same was counted.",
  })
  weight: number;
}

@ObjectType({ description: "One of two registrations that may be one person." })
export class PossibleDuplicateSide {
  registrationId: string;
  organisationCode: string;
}

@ObjectType({
  description: "Two registrations that may be one person, and wait for a human (doublon possible).",
})
export class PossibleDuplicate {
  @Field(() => ID, { description: "The id of the question." })
  id: string;

  @Field(() => DateTimeScalar, { description: "Since when it waits." })
  askedAt: Date;

  oneId: string;
  otherId: string;
  oneOrganisation: string;
  otherOrganisation: string;
  probability: number;
  weight: number;
  evidence: IdentityEvidence[];
  gates: string[];
}

export const PossibleDuplicateConnection = connectionOf(() => PossibleDuplicate, "PossibleDuplicate");

@ObjectType({ description: "What was decided on two registrations, by whom and why." })
export class IdentityDecision {
  @Field(() => ID, { description: "Its id, by which it can be taken back." })
  id: string;

  @Field(() => IdentityOutcome, { description: "What was decided." })
  outcome: IdentityOutcome;

  @Field(() => ID, { description: "One of the two registrations." })
  oneId: string;

  @Field(() => ID, { description: "The other." })
  otherId: string;

  @Field(() => DateTimeScalar, { description: "When." })
  decidedAt: Date;

  @Field(() => String, { nullable: true, description: "The subject of who decided; null for the matcher." })
  decidedBy: string | null;

  @Field(() => String, { nullable: true, description: "Why, in their words; null for the matcher." })
  reason: string | null;

  @Field(() => Int, { nullable: true, description: "The version of the matcher; null when a human decided." })
  modelVersion: number | null;

  @Field(() => Float, { nullable: true, description: "Bits of evidence; null when a human decided." })
  weight: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The chance that the two are one person, from 0 to 1; null when a human decided.",
  })
  probability: number | null;

  @Field(() => [IdentityEvidence], { description: "What each field said; empty when a human decided." })
  evidence: IdentityEvidence[];

  @Field(() => ID, { nullable: true, description: "The decision that this one takes back." })
  takesBack: string | null;

  organisationCode: string | null;
}
