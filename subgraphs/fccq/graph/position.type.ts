/** A job position in the graph. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { PositionState } from "../domain/position.ts";

registerEnumType(PositionState, {
  name: "PositionState",
  description: "Where a position stands.",
  valuesConfig: {
    OPEN: { description: "The business looks for somebody (ouvert)." },
    FILLED: { description: "Somebody took the job (pourvu)." },
    WITHDRAWN: { description: "The business no longer looks for somebody (retiré)." },
  },
});

@ObjectType({ description: "A job position in the regions (poste)." })
export class Position {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "Its title, as the business writes it." })
  title: string;

  @Field(() => String, { description: "Its occupation: CNP/NOC 2021, five digits." })
  occupation: string;

  @Field(() => [String], { description: "The skills asked for." })
  skills: string[];

  @Field(() => String, { description: "The city of the workplace; never translated." })
  city: string;

  @Field(() => Int, { description: "The spoken French needed on the Québec scale, 1 to 12; 0 for none." })
  frenchSpeaking: number;

  @Field(() => Int, { description: "The written French needed on the Québec scale, 1 to 12; 0 for none." })
  frenchWriting: number;

  @Field(() => String, {
    nullable: true,
    description: "A language other than French that the position needs; null for none.",
  })
  otherLanguage: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it needs it (Charter of the French language, art. 46).",
  })
  otherLanguageReason: string | null;

  @Field(() => PositionState, { description: "Where it stands." })
  state: PositionState;

  @Field(() => DateScalar, { description: "Since when it is open." })
  openedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When it was filled or withdrawn; null while it is open.",
  })
  closedOn: string | null;

  regionCode: string;
  businessId: string;
}

export const PositionConnection = connectionOf(() => Position, "Position");
