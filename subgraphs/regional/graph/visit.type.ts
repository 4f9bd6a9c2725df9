/** Visits and their hosts in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { RegionalVisitState, VisitHostKind } from "../domain/visit.ts";

registerEnumType(RegionalVisitState, {
  name: "RegionalVisitState",
  description: "Where a visit stands.",
  valuesConfig: {
    PLANNED: { description: "It has a date (prévue)." },
    HELD: { description: "It took place (tenue)." },
    CANCELLED: { description: "It does not take place (annulée)." },
  },
});

registerEnumType(VisitHostKind, {
  name: "VisitHostKind",
  description: "Who receives visitors.",
  valuesConfig: {
    PERSON: { description: "Somebody of the community (personne)." },
    ORGANISATION: { description: "A business or an organisation of the community (organisme)." },
  },
});

@ObjectType({ description: "Who receives visitors in a community during an exploratory trip (hôte)." })
export class VisitHost {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => VisitHostKind, { description: "A person or an organisation." })
  kind: VisitHostKind;

  @Field(() => String, { description: "Who they are in the community, without their name." })
  presentation: string;

  @Field(() => String, {
    nullable: true,
    description: "The name; of a person only while they agree to be named, null otherwise.",
  })
  name: string | null;

  @Field(() => String, { description: "The city; never translated." })
  city: string;

  @Field(() => DateScalar, { description: "Since when they receive visitors." })
  since: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day on which they do; null while it lasts.",
  })
  until: string | null;

  tenant: string;
  regionCode: string;
  namedSince: string | null;
}

@ObjectType({ description: "A visit to a community during an exploratory trip (visite de la communauté)." })
export class RegionalVisit {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => String, { description: "What is visited." })
  title: string;

  @Field(() => String, { description: "The city; never translated." })
  city: string;

  @Field(() => RegionalVisitState, { description: "Where it stands." })
  state: RegionalVisitState;

  @Field(() => DateScalar, { description: "The day it is planned for." })
  plannedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "The day it took place; null until then." })
  heldOn: string | null;

  @Field(() => String, { nullable: true, description: "Why it does not take place; null otherwise." })
  cancelReason: string | null;

  tenant: string;
  regionCode: string;
  hostId: string | null;
  received: number | null;
}

export const RegionalVisitConnection = connectionOf(() => RegionalVisit, "RegionalVisit");
export const VisitHostConnection = connectionOf(() => VisitHost, "VisitHost");
