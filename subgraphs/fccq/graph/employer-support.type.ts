/** Help in human resources given to a business, in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { EmployerSupportTopic } from "../domain/employer-support.ts";

registerEnumType(EmployerSupportTopic, {
  name: "EmployerSupportTopic",
  description: "What a business is helped with. Never advice on immigration law.",
  valuesConfig: {
    RECRUITMENT: { description: "Finding and choosing people fairly (recrutement)." },
    ONBOARDING: { description: "Welcoming who arrives (accueil et intégration)." },
    INTERCULTURAL_MANAGEMENT: { description: "Working together across cultures (gestion interculturelle)." },
    FRENCH_AT_WORK: { description: "Learning French at work (francisation en entreprise)." },
    RETENTION: { description: "Keeping people (rétention)." },
    FINANCIAL_AID: { description: "Aids that the business may ask for (aides financières)." },
  },
});

@ObjectType({ description: "Help in human resources given to a business (aide aux pratiques RH)." })
export class EmployerSupport {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => EmployerSupportTopic, { description: "With what." })
  topic: EmployerSupportTopic;

  @Field(() => DateScalar, { description: "When." })
  givenOn: string;

  @Field(() => String, { description: "What was done, in words." })
  note: string;

  businessId: string;
}

export const EmployerSupportConnection = connectionOf(() => EmployerSupport, "EmployerSupport");
