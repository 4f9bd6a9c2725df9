/** Relocation plans with their checklist, in the graph. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import {
  RelocationPhase,
  RelocationSide,
  RelocationTaskKind,
  RelocationTaskState,
} from "../domain/checklist.ts";
import { RelocationPlanState } from "../domain/relocation.ts";

registerEnumType(RelocationPlanState, {
  name: "RelocationPlanState",
  description: "Where a move stands.",
  valuesConfig: {
    PLANNED: { description: "The region is chosen; the move has no date yet (planifié)." },
    MOVE_DATED: { description: "The move has a date (déménagement daté)." },
    ARRIVED: { description: "The household lives there (arrivé)." },
    SETTLED: { description: "Both sides of the checklist are complete (installé)." },
    LEFT: { description: "The household left the region again (reparti)." },
    ABANDONED: { description: "The plan was given up before the move (abandonné)." },
  },
});

registerEnumType(RelocationPhase, {
  name: "RelocationPhase",
  description: "The part of the move that an item belongs to.",
  valuesConfig: {
    DEPARTURE: { description: "Leaving Montréal (départ)." },
    CONTACT: { description: "The household and the regional partner meet (mise en contact)." },
    MOVE: { description: "The move itself (déménagement)." },
    WELCOME: { description: "The first days there (accueil)." },
    INSTALLATION: { description: "Settling in (installation)." },
  },
});

registerEnumType(RelocationSide, {
  name: "RelocationSide",
  description: "Who takes care of an item.",
  valuesConfig: {
    EER: { description: "The counsellor in Montréal." },
    REGIONAL_PARTNER: { description: "The partner in the region." },
  },
});

registerEnumType(RelocationTaskKind, {
  name: "RelocationTaskKind",
  description: "What is to be done.",
  valuesConfig: {
    LEASE_ENDED: { description: "End the lease in Montréal (fin de bail)." },
    SCHOOL_TOLD: { description: "Tell the school or the child care (avis à l'école)." },
    PARTNER_INFORMED: { description: "Tell the regional partner who is coming (transmission)." },
    HOUSEHOLD_CALLED: { description: "Call the household (premier contact)." },
    MOVER_BOOKED: { description: "Book the move (réservation du déménagement)." },
    HOUSING_FOUND: { description: "Find somewhere to live (logement trouvé)." },
    ARRIVAL_GREETED: { description: "Greet the household (accueil à l'arrivée)." },
    SERVICES_SHOWN: { description: "Show the services and the places (visite des services)." },
    ADDRESS_CHANGED: { description: "Change the address with the authorities (changement d'adresse)." },
    SCHOOL_ENROLLED: { description: "Enrol the children (inscription à l'école)." },
    FRENCH_COURSE_FOUND: { description: "Find a French course (francisation)." },
    FOLLOW_UP_CALL: { description: "Call after some weeks (appel de suivi)." },
    OTHER: { description: "Something else, as titled (autre)." },
  },
});

registerEnumType(RelocationTaskState, {
  name: "RelocationTaskState",
  description: "Where an item stands.",
  valuesConfig: {
    TO_DO: { description: "It is to be done (à faire)." },
    DONE: { description: "It was done (fait)." },
    NOT_NEEDED: { description: "The household has no use for it (sans objet)." },
  },
});

@ObjectType({ description: "The plan of a household's move to one region (plan de déménagement)." })
export class RelocationPlan {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => RelocationPlanState, { description: "Where it stands." })
  state: RelocationPlanState;

  @Field(() => String, { nullable: true, description: "The city, when it is known; never translated." })
  city: string | null;

  @Field(() => DateScalar, { description: "When the plan was made." })
  openedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the household and the regional partner were in contact; null before.",
  })
  contactConfirmedOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The day of the move; null while it has none." })
  moveOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When the household arrived; null before." })
  arrivedOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When it was settled in; null before." })
  settledOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When it left the region again, or gave up the plan; null otherwise.",
  })
  endedOn: string | null;

  @Field(() => String, { nullable: true, description: "Why the plan was given up; null otherwise." })
  endNote: string | null;

  regionCode: string;
  regionalPartner: string | null;
  householdId: string;
  tenant: string;
}

@ObjectType({ description: "An item of the two-sided checklist of a move (liste de contrôle)." })
export class RelocationTask {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => Int, { description: "Its place in the checklist, from 1." })
  position: number;

  @Field(() => RelocationPhase, { description: "The part of the move it belongs to." })
  phase: RelocationPhase;

  @Field(() => RelocationTaskKind, { description: "What is to be done." })
  kind: RelocationTaskKind;

  @Field(() => String, { nullable: true, description: "In words, for the kind OTHER; null for the others." })
  title: string | null;

  @Field(() => RelocationSide, { description: "Who takes care of it." })
  owner: RelocationSide;

  @Field(() => DateScalar, { nullable: true, description: "By when; null when there is no hurry." })
  dueOn: string | null;

  @Field(() => RelocationTaskState, { description: "Where it stands." })
  state: RelocationTaskState;

  @Field(() => DateScalar, { nullable: true, description: "When it was done or set aside; null before." })
  closedOn: string | null;
}
