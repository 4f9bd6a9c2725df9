/** Organisations and their mandates in the graph. */
import { Directive, Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import { Mandate } from "../domain/organisation.ts";

registerEnumType(Mandate, {
  name: "MandateCode",
  description: "What an organisation is mandated to do.",
  valuesConfig: {
    PRE_DEPARTURE_REFERRAL: { description: "Refers people still abroad (référence prédépart)." },
    EMPLOYABILITY: { description: "Prepares people for the labour market (employabilité)." },
    MATCHING: { description: "Matches people with employers in the regions (maillage)." },
    RELOCATION: { description: "Supports the move to a region (régionalisation)." },
    PASSERELLE: { description: "Prepares and recruits on the island of Montréal (Passerelle sectorielle)." },
    WELCOME: { description: "Welcomes and settles people in a region (accueil et installation)." },
    COORDINATION: { description: "Coordinates the alliance (coordination)." },
  },
});

@Directive('@key(fields: "code")')
@ObjectType({ description: "An organisation of the alliance, or one it works with (organisme)." })
export class Organisation {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "The short name by which systems name it." })
  code: string;

  @Field(() => String, { description: "Its name." })
  name: string;

  @Field(() => DateScalar, { nullable: true, description: "Since when it takes part; null when not known." })
  since: string | null;
}

@ObjectType({ description: "A name that an organisation had; it appears in older records (ancien nom)." })
export class FormerName {
  @Field(() => String, { description: "The name." })
  name: string;

  @Field(() => DateScalar, { nullable: true, description: "Until when it was used; null when not known." })
  until: string | null;
}

@ObjectType({ description: "What an organisation is mandated to do, where and since when (mandat)." })
export class OrganisationMandate {
  @Field(() => Mandate, { description: "What." })
  mandate: Mandate;

  @Field(() => String, { nullable: true, description: "Who funds it; null when not known." })
  funder: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Since when; null when not known." })
  since: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Until when; null while it lasts." })
  until: string | null;

  regionCode: string | null;
}

@ObjectType({ description: "Organisations to whom a person can speak in one word (regroupement)." })
export class OrganisationGroup {
  @Field(() => String, { description: "The short name by which systems name it." })
  code: string;

  @Field(() => String, { description: "Its name." })
  name: string;
}
