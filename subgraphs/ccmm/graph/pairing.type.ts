/** A pairing in the graph: the score with its reasons, and apart from it the human decision. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { PairingState } from "../domain/event.ts";
import { PairingFactor } from "../domain/pairing.ts";

registerEnumType(PairingState, {
  name: "PasserellePairingState",
  description: "Where a pairing stands.",
  valuesConfig: {
    PROPOSED: { description: "Proposed by the score; nobody has decided yet (proposé)." },
    CONFIRMED: { description: "An adviser confirms it (confirmé)." },
    SET_ASIDE: { description: "An adviser does not follow the score (écarté)." },
  },
});

registerEnumType(PairingFactor, {
  name: "PasserellePairingFactor",
  description: "What a score is made of.",
  valuesConfig: {
    OCCUPATION: {
      description: "Whether the employer looks for the person's occupation, or one of its group.",
    },
    SKILLS: { description: "The share of the skills looked for that the person has." },
    SECTOR: { description: "Whether the person looks in the employer's sector." },
  },
});

@ObjectType({ description: "One part of a score." })
export class PasserellePairingReason {
  @Field(() => PairingFactor, { description: "What was compared." })
  factor: PairingFactor;

  @Field(() => Int, { description: "The points reached, 0 to `maximum`." })
  points: number;

  @Field(() => Int, { description: "What this factor weighs; the factors together weigh 100." })
  maximum: number;

  @Field(() => [String], { description: "What the two have in common: occupations, skills, the sector." })
  inCommon: string[];
}

@ObjectType({ description: "A person's profile as it was when a score was computed." })
export class PasserellePairingProfile {
  @Field(() => String, { description: "The sector: SCIAN/NAICS 2022, two digits." })
  sector: string;

  @Field(() => String, { description: "The occupation: CNP/NOC 2021, five digits." })
  occupation: string;

  @Field(() => [String], { description: "The skills." })
  skills: readonly string[];
}

@ObjectType({ description: "What an employer looked for when a score was computed." })
export class PasserellePairingDemand {
  @Field(() => String, { description: "The sector: SCIAN/NAICS 2022, two digits." })
  sector: string;

  @Field(() => [String], { description: "The occupations: CNP/NOC 2021, five digits." })
  occupations: readonly string[];

  @Field(() => [String], { description: "The skills." })
  skills: readonly string[];
}

@ObjectType({ description: "The data that a score was computed from." })
export class PasserellePairingInputs {
  @Field(() => PasserellePairingProfile, { description: "The person's profile." })
  profile: PasserellePairingProfile;

  @Field(() => PasserellePairingDemand, { description: "What the employer looked for." })
  demand: PasserellePairingDemand;
}

@ObjectType({
  description: "A participant and an employer paired before an event by the matching exercise (jumelage).",
})
export class PasserellePairing {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => PairingState, { description: "Where it stands." })
  state: PairingState;

  @Field(() => Int, { description: "How well they fit, 0 to 100; it proposes and never decides." })
  score: number;

  @Field(() => [PasserellePairingReason], { description: "What the score is made of." })
  reasons: PasserellePairingReason[];

  @Field(() => PasserellePairingInputs, {
    description: "The data the score was computed from, as they were.",
  })
  inputs: PasserellePairingInputs;

  @Field(() => DateTimeScalar, { description: "When the score was computed." })
  computedAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When a person last decided; null while only the score has spoken.",
  })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Why, in that person's words." })
  decisionReason: string | null;

  eventId: string;
  employerId: string;
  registrationId: string;
}

export const PairingConnection = connectionOf(() => PasserellePairing, "PasserellePairing");
