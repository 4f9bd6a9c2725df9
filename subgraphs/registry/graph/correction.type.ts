/** Corrections in the graph. */
import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar, DateTimeScalar } from "../../../platform/scalars.ts";
import { CorrectionState, CorrectionTaskState } from "../domain/correction.ts";
import { Section } from "../domain/section.ts";

registerEnumType(CorrectionState, {
  name: "CorrectionState",
  description: "Where a correction stands.",
  valuesConfig: {
    OPEN: { description: "Somebody has yet to answer (en cours)." },
    DONE: { description: "Everyone has answered (terminée)." },
  },
});

registerEnumType(CorrectionTaskState, {
  name: "CorrectionTaskState",
  description: "What one organisation answered to a correction.",
  valuesConfig: {
    OPEN: { description: "It has yet to answer (à faire)." },
    DONE: { description: "It made the correction (faite)." },
    REFUSED: { description: "It refuses, and says why (refusée)." },
  },
});

@InputType({ description: "Narrows a list of corrections; what is not given does not narrow." })
export class CorrectionFilter {
  @Field(() => CorrectionState, { nullable: true, description: "Only those in this state." })
  state?: CorrectionState | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only those that somebody should have answered by now.",
  })
  overdue?: boolean | null;
}

@ObjectType({ description: "What one organisation has to answer to a correction, and what it answered." })
export class CorrectionTask {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => CorrectionTaskState, { description: "What it answered." })
  state: CorrectionTaskState;

  @Field(() => DateScalar, { nullable: true, description: "When it was done or refused; null while open." })
  answeredOn: string | null;

  reason: string | null;
  organisationCode: string;
}

@ObjectType({ description: "Something that a person says is wrong in their file (rectification)." })
export class Correction {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => Section, { description: "The section in which it stands." })
  section: Section;

  @Field(() => DateTimeScalar, { description: "When it was asked for." })
  requestedAt: Date;

  @Field(() => DateScalar, { description: "By when everyone answers." })
  dueOn: string;

  @Field(() => CorrectionState, { description: "Where it stands." })
  state: CorrectionState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the last one answered; null while open.",
  })
  closedAt: Date | null;

  wrong: string;
  shouldBe: string;
  candidateId: string;
  requestedFor: string | null;
}

export const CorrectionConnection = connectionOf(() => Correction, "Correction");
