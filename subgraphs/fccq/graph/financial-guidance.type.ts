/** Guidance to financial aid, in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import { FinancialAid } from "../domain/financial-guidance.ts";

registerEnumType(FinancialAid, {
  name: "FinancialAid",
  description: "What a financial aid is for.",
  valuesConfig: {
    TRAVEL: { description: "Going to see an employer or a region (déplacement)." },
    RELOCATION: { description: "Moving to the region (déménagement)." },
    HOUSING: { description: "A home there (logement)." },
    TRAINING: { description: "Training (formation)." },
    FRENCH_COURSES: { description: "French courses (francisation)." },
    WAGE_SUBSIDY: { description: "Part of the wage, paid to the employer (subvention salariale)." },
    BUSINESS: { description: "Starting or taking over a business (entreprise)." },
  },
});

@ObjectType({
  description:
    "A person guided to a financial aid (accompagnement aux aides financières). FCCQ grants none itself.",
})
export class FinancialGuidance {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => FinancialAid, { description: "What the aid is for." })
  aid: FinancialAid;

  @Field(() => DateScalar, { description: "When the person was guided." })
  givenOn: string;

  @Field(() => String, { description: "The organisation that grants the aid." })
  grantedBy: string;

  @Field(() => String, {
    nullable: true,
    description: "What was said, in words; null when nothing was noted.",
  })
  note: string | null;
}
