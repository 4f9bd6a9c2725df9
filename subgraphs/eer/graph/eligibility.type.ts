/** Eligibility in the graph: the rules over time, and how a person was assessed by one. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import { EligibilityGeneration, EligibilityReason, EligibilityStatus } from "../domain/eligibility.ts";

registerEnumType(EligibilityStatus, {
  name: "EmployabilityStatus",
  description: "The status of a person in Canada, as declared for an assessment (statut).",
  valuesConfig: {
    NATURALISED_CITIZEN: { description: "A citizen by naturalisation (citoyen naturalisé)." },
    PERMANENT_RESIDENT_ECONOMIC: {
      description: "A permanent resident, economic class (résident permanent, économique).",
    },
    PERMANENT_RESIDENT_FAMILY: { description: "A permanent resident, family class (regroupement familial)." },
    PERMANENT_RESIDENT_REFUGEE: { description: "A permanent resident as a refugee (réfugié)." },
    PERMANENT_RESIDENT_OTHER: { description: "A permanent resident of another class (autre)." },
    PROTECTED_PERSON: { description: "A protected person (personne protégée)." },
    ASYLUM_CLAIMANT: { description: "An asylum claimant (demandeur d'asile)." },
    TEMPORARY_WORKER_OPEN_PERMIT: {
      description: "A temporary foreign worker with an open permit (permis ouvert).",
    },
    TEMPORARY_WORKER_CLOSED_PERMIT: {
      description: "A temporary foreign worker tied to an employer (permis fermé).",
    },
    STUDENT: { description: "An international student (étudiant)." },
    POST_GRADUATION_PERMIT: { description: "With a post-graduation work permit (permis postdiplôme)." },
    ABROAD: { description: "Not in Canada yet (à l'étranger)." },
  },
});

registerEnumType(EligibilityGeneration, {
  name: "EmployabilityGeneration",
  description: "Whether the person immigrated themselves.",
  valuesConfig: {
    FIRST: { description: "The person immigrated (première génération)." },
    BORN_IN_QUEBEC: { description: "Born in Québec to parents who immigrated (deuxième génération)." },
  },
});

registerEnumType(EligibilityReason, {
  name: "EmployabilityEligibilityReason",
  description: "What speaks for or against eligibility under a rule.",
  valuesConfig: {
    FIRST_GENERATION: { description: "For: the person immigrated." },
    NOT_FIRST_GENERATION: {
      description: "Against: the person was born in Québec to parents who immigrated.",
    },
    STAY_WITHIN_LIMIT: { description: "For: in Québec for less than the rule's years." },
    STAY_BEYOND_LIMIT: { description: "Against: in Québec for the rule's years or more." },
    ANY_LENGTH_OF_STAY: { description: "For: the rule takes any length of stay." },
    NATURALISED_INCLUDED: { description: "For: the rule includes naturalised citizens." },
    NATURALISED_NOT_INCLUDED: { description: "Against: the rule does not include naturalised citizens." },
    PRE_DEPARTURE_WITH_CSQ: { description: "For: still abroad, and holds a CSQ." },
    PRE_DEPARTURE_WITHOUT_CSQ: { description: "Against: still abroad, without a CSQ." },
    NOT_YET_IN_QUEBEC: { description: "Against: still abroad, and the rule takes nobody abroad." },
  },
});

@ObjectType({
  description: "A rule of eligibility, in force from a day until the next rule (règle d'admissibilité).",
})
export class EmployabilityEligibilityRule {
  @Field(() => DateScalar, { description: "The first day it is in force." })
  since: string;

  @Field(() => Int, {
    nullable: true,
    description: "Less than so many years in Québec; null for any length of stay.",
  })
  yearsBelow: number | null;

  @Field(() => Boolean, { description: "Whether naturalised citizens are included." })
  naturalised: boolean;

  @Field(() => Boolean, { description: "Whether people abroad who hold a CSQ are included (prédépart)." })
  preDeparture: boolean;
}

@ObjectType({ description: "How a person was assessed, and by which rule (admissibilité)." })
export class EmployabilityEligibility {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => Boolean, { description: "The verdict." })
  eligible: boolean;

  @Field(() => [EligibilityReason], { description: "Every reason for it." })
  reasons: EligibilityReason[];

  @Field(() => DateScalar, { description: "The day the rule was applied to." })
  assessedOn: string;

  @Field(() => DateScalar, { description: "The rule applied, by its first day." })
  ruleSince: string;

  @Field(() => DateTimeScalar, { description: "When the assessment was made." })
  assessedAt: Date;

  @Field(() => EligibilityGeneration, { description: "Whether the person immigrated, as declared." })
  generation: EligibilityGeneration;

  @Field(() => EligibilityStatus, {
    nullable: true,
    description: "The status, as declared; null for somebody born in Québec.",
  })
  status: EligibilityStatus | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The arrival in Québec, as declared; null for somebody still abroad or born in Québec.",
  })
  arrivedOn: string | null;

  @Field(() => Boolean, { description: "Whether the person held a CSQ, as declared." })
  csqHeld: boolean;
}
