/** The section RELOCATION of a file: regions chosen, travel grants, returns, ambassadors. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Grant } from "../../../platform/grant.ts";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { AmbassadorActivity } from "../domain/ambassador.ts";
import { RelocationReturnDestination, RelocationReturnReason } from "../domain/relocation.ts";
import { TravelGrantState } from "../domain/travel-grant.ts";

registerEnumType(TravelGrantState, {
  name: "TravelGrantState",
  description: "Where a travel grant stands.",
  valuesConfig: {
    REQUESTED: { description: "Asked for (demandée)." },
    APPROVED: { description: "Approved, to be paid (approuvée)." },
    REFUSED: { description: "Refused, with a reason (refusée)." },
    PAID: { description: "Paid (versée)." },
    CANCELLED: { description: "The person does not travel (annulée)." },
  },
});

registerEnumType(RelocationReturnReason, {
  name: "RelocationReturnReason",
  description: "Why a household left a region again.",
  valuesConfig: {
    JOB_LOST: { description: "The job ended (perte d'emploi)." },
    JOB_UNSUITABLE: { description: "The job was not the right one (emploi inadapté)." },
    SPOUSE_WITHOUT_JOB: { description: "The spouse found no job (conjoint sans emploi)." },
    HOUSING: { description: "No suitable housing (logement)." },
    ISOLATION: { description: "Too alone (isolement)." },
    DISCRIMINATION: { description: "Not treated as others are (discrimination)." },
    SCHOOL_OR_CHILD_CARE: { description: "No place at school or in child care (école, garde)." },
    SERVICES: { description: "Services too far away (services)." },
    TRANSPORT: { description: "No way to get around (transport)." },
    FAMILY: { description: "For the family (famille)." },
    STUDIES: { description: "For studies (études)." },
    OTHER: { description: "Something else, as noted (autre)." },
  },
});

registerEnumType(RelocationReturnDestination, {
  name: "RelocationReturnDestination",
  description: "Where a household went from the region.",
  valuesConfig: {
    MONTREAL: { description: "Back to Montréal." },
    OTHER_REGION: { description: "To another region." },
    OUTSIDE_QUEBEC: { description: "Out of Québec." },
    UNKNOWN: { description: "Nobody knows." },
  },
});

registerEnumType(AmbassadorActivity, {
  name: "RelocationAmbassadorActivity",
  description: "What an ambassador is willing to do.",
  valuesConfig: {
    TESTIMONY: { description: "Tell their story (témoignage)." },
    EVENT: { description: "Take part in events (événement)." },
    WELCOMING: { description: "Welcome newcomers and visitors (accueil)." },
    MENTORING: { description: "Accompany somebody for a time (mentorat)." },
  },
});

@ObjectType({
  description:
    "What Emplois en régions knows of a person's move to a region (régionalisation). Section RELOCATION. It holds the households to which the person belongs now.",
})
export class Relocation {
  /** The registrations that the grant names, and no others. */
  registrationIds: Grant["registrationIds"];
}

@ObjectType({ description: "A region that a household chose (choix de région)." })
export class RegionChoice {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { nullable: true, description: "The city, when it is known; never translated." })
  city: string | null;

  @Field(() => String, { nullable: true, description: "Why this one." })
  reason: string | null;

  @Field(() => DateScalar, { description: "When it was chosen." })
  chosenOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When another choice took its place; null for the current one.",
  })
  supersededOn: string | null;

  regionCode: string;
}

@ObjectType({ description: "Money to travel to an employer's site (aide au déplacement)." })
export class TravelGrant {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => TravelGrantState, { description: "Where it stands." })
  state: TravelGrantState;

  @Field(() => String, { description: "The employer visited." })
  employer: string;

  @Field(() => String, { description: "The city of the site; never translated." })
  city: string;

  @Field(() => DateScalar, { description: "The day of the journey." })
  travelsOn: string;

  @Field(() => Int, { description: "The amount, in cents of Canadian dollars." })
  amountCents: number;

  @Field(() => DateScalar, { description: "When it was asked for." })
  requestedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "When it was approved or refused; null before." })
  decidedOn: string | null;

  @Field(() => String, { nullable: true, description: "Why it was refused." })
  decisionReason: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When it was paid; null before." })
  paidOn: string | null;

  regionCode: string;
  memberId: string;
  householdId: string;
  tenant: string;
}

export const TravelGrantConnection = connectionOf(() => TravelGrant, "TravelGrant");

@ObjectType({ description: "Why a household left a region again (retour)." })
export class RelocationReturn {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateScalar, { description: "When it left." })
  returnedOn: string;

  @Field(() => RelocationReturnReason, { description: "The main reason." })
  reason: RelocationReturnReason;

  @Field(() => [RelocationReturnReason], { description: "What else counted." })
  otherReasons: RelocationReturnReason[];

  @Field(() => RelocationReturnDestination, { description: "Where it went." })
  destination: RelocationReturnDestination;

  @Field(() => String, { nullable: true, description: "In words." })
  note: string | null;

  regionCode: string;
}

@ObjectType({ description: "A person who settled in a region and tells others of it (ambassadeur)." })
export class RelocationAmbassador {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => [AmbassadorActivity], { description: "What they are willing to do." })
  activities: AmbassadorActivity[];

  @Field(() => DateScalar, { description: "Since when." })
  since: string;

  @Field(() => DateScalar, { nullable: true, description: "Until when; null while they are." })
  until: string | null;

  regionCode: string;
  registrationId: string;
  tenant: string;
}

export const RelocationAmbassadorConnection = connectionOf(
  () => RelocationAmbassador,
  "RelocationAmbassador",
);
