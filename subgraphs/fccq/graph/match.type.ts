/** A match in the graph: the score with its reasons, and apart from it the human decision. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateTimeScalar } from "../../../platform/scalars.ts";
import { CompatibilityFactor } from "../domain/compatibility.ts";
import { MatchState } from "../domain/match.ts";

registerEnumType(MatchState, {
  name: "MatchState",
  description: "Where a match stands.",
  valuesConfig: {
    MATCHED: { description: "Brought together by the score; nobody has looked yet (jumelé)." },
    PREQUALIFIED: { description: "A person presents it to the employer (préqualifié)." },
    SET_ASIDE: { description: "A person does not follow the score (écarté)." },
    INVITED: { description: "Invited to an exploratory interview (invité)." },
    INTERVIEWED: { description: "The interview was held (rencontré)." },
    RETAINED: { description: "The employer wants to go on (retenu)." },
    NOT_RETAINED: { description: "The employer does not go on (non retenu)." },
    CONTINUING: { description: "The person and the employer continue on their own (en autonomie)." },
  },
});

registerEnumType(CompatibilityFactor, {
  name: "CompatibilityFactor",
  description: "What a score is made of.",
  valuesConfig: {
    OCCUPATION: { description: "How close the person's occupation is to the position's." },
    SKILLS: { description: "The share of the skills asked for that the person has." },
    REGION: { description: "Whether the workplace is in a region the person would live in." },
    FRENCH: { description: "Whether the French needed is reached." },
  },
});

@ObjectType({ description: "One part of a score." })
export class CompatibilityReason {
  @Field(() => CompatibilityFactor, { description: "What was compared." })
  factor: CompatibilityFactor;

  @Field(() => Int, { description: "The points reached, 0 to `maximum`." })
  points: number;

  @Field(() => Int, { description: "What this factor weighs; the factors together weigh 100." })
  maximum: number;
}

@ObjectType({ description: "A participant and a position brought together (maillage)." })
export class Match {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => MatchState, { description: "Where it stands." })
  state: MatchState;

  @Field(() => Int, { description: "The compatibility, 0 to 100; it proposes and never decides." })
  score: number;

  @Field(() => Int, {
    nullable: true,
    description: "The score that a human being put in its place, 0 to 100; null unless one did.",
  })
  overrideScore: number | null;

  @Field(() => Int, { description: "The score that counts: the human being's where there is one." })
  standing: number;

  @Field(() => [CompatibilityReason], { description: "What the computed score is made of." })
  reasons: CompatibilityReason[];

  @Field(() => Boolean, { description: "The position asks for less than the person's skill level." })
  belowSkillLevel: boolean;

  @Field(() => DateTimeScalar, { description: "When the score was computed." })
  computedAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When a person last decided; null while only the score has spoken.",
  })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: "Why, in that person's words." })
  decisionReason: string | null;

  positionId: string;
  registrationId: string;
}

export const MatchConnection = connectionOf(() => Match, "Match");
