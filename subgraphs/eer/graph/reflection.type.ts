/** Reflection plans in the graph. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import { ReflectionPlanState, ReflectionStepKind, ReflectionStepState } from "../domain/reflection.ts";

registerEnumType(ReflectionPlanState, {
  name: "ReflectionPlanState",
  description: "Where a reflection plan stands.",
  valuesConfig: {
    IN_PROGRESS: { description: "The person is reflecting (en cours)." },
    VALIDATED: { description: "The person knows what they want (validé)." },
    ABANDONED: { description: "The plan was given up (abandonné)." },
  },
});

registerEnumType(ReflectionStepKind, {
  name: "ReflectionStepKind",
  description: "What a step is about.",
  valuesConfig: {
    SKILLS: { description: "The person's skills (profil de compétences)." },
    INTERESTS: { description: "Interests and wishes (intérêts et désirs)." },
    FAMILY: { description: "The spouse, the children (famille)." },
    INFORMATION: { description: "Finding the right information (information)." },
    REGIONS: { description: "Whether a region answers the needs (régions)." },
    JOB_SEARCH: { description: "Curriculum vitæ, interviews (recherche d'emploi)." },
    VALIDATION: { description: "Deciding (validation)." },
  },
});

registerEnumType(ReflectionStepState, {
  name: "ReflectionStepState",
  description: "Where a step stands.",
  valuesConfig: {
    TO_DO: { description: "It is to be done (à faire)." },
    DONE: { description: "It was done (fait)." },
    DROPPED: { description: "It is not needed (retiré)." },
  },
});

@ObjectType({
  description:
    "The plan by which a person reflects on a region and validates it (plan de réflexion et de validation).",
})
export class ReflectionPlan {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => ReflectionPlanState, { description: "Where it stands." })
  state: ReflectionPlanState;

  @Field(() => DateScalar, { description: "When it was begun." })
  openedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When it was validated or abandoned; null before.",
  })
  closedOn: string | null;
}

@ObjectType({ description: "A step of a reflection plan (étape)." })
export class ReflectionStep {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => Int, { description: "Its place in the plan, from 1." })
  position: number;

  @Field(() => ReflectionStepKind, { description: "What it is about." })
  kind: ReflectionStepKind;

  @Field(() => String, { description: "What is to be done." })
  title: string;

  @Field(() => DateScalar, { nullable: true, description: "By when; null when there is no hurry." })
  dueOn: string | null;

  @Field(() => ReflectionStepState, { description: "Where it stands." })
  state: ReflectionStepState;

  @Field(() => DateScalar, { nullable: true, description: "When it was done or dropped; null before." })
  closedOn: string | null;

  @Field(() => String, { nullable: true, description: "What came of it." })
  note: string | null;
}
