/** The settlement checklist of a case in the graph, and what was arranged in each area. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateScalar } from "../../../platform/scalars.ts";
import { WelcomeArea, WelcomeItemState } from "../domain/checklist.ts";
import { WelcomeStepKind } from "../domain/step.ts";

registerEnumType(WelcomeArea, {
  name: "WelcomeArea",
  description: "What a welcome is made of.",
  valuesConfig: {
    CONTACT: { description: "The first contact with the household (contact)." },
    ARRIVAL: { description: "The arrival in the region (arrivée)." },
    HOUSING: { description: "A home (logement)." },
    SCHOOL: { description: "School and child care (école et garderie)." },
    FRENCH: { description: "French courses (francisation)." },
    INTEGRATION: { description: "Local integration (intégration locale)." },
  },
});

registerEnumType(WelcomeItemState, {
  name: "WelcomeItemState",
  description: "Where an area of the checklist stands.",
  valuesConfig: {
    TO_DO: { description: "Still to do (à faire)." },
    DONE: { description: "Done (fait)." },
    NOT_NEEDED: { description: "Not needed by this household (sans objet)." },
  },
});

registerEnumType(WelcomeStepKind, {
  name: "WelcomeStepKind",
  description: "What a partner arranges for a household; each kind serves one area of the checklist.",
  valuesConfig: {
    CALL: { description: "A call, by telephone or video (appel)." },
    MESSAGE: { description: "A message (message)." },
    MEETING: { description: "A meeting in person (rencontre)." },
    RECEPTION: { description: "Somebody received the household on arrival (accueil à l'arrivée)." },
    ORIENTATION_TOUR: { description: "A tour of the town and its services (visite d'orientation)." },
    TEMPORARY_HOUSING: { description: "A temporary home (logement temporaire)." },
    RENTED_HOUSING: { description: "A rented home (location)." },
    OWNED_HOUSING: { description: "A home of their own (propriété)." },
    CHILD_CARE: { description: "Child care (garderie)." },
    PRIMARY_SCHOOL: { description: "Primary school (école primaire)." },
    SECONDARY_SCHOOL: { description: "Secondary school (école secondaire)." },
    ADULT_EDUCATION: { description: "Adult education or training (formation)." },
    FRENCH_FULL_TIME: { description: "A full-time French course (francisation à temps complet)." },
    FRENCH_PART_TIME: { description: "A part-time French course (francisation à temps partiel)." },
    FRENCH_ONLINE: { description: "An online French course (francisation en ligne)." },
    FRENCH_AT_WORK: { description: "A French course at work (francisation en entreprise)." },
    INTERCULTURAL_PAIRING: { description: "Pairing with a local household (jumelage interculturel)." },
    COMMUNITY_ACTIVITY: { description: "An activity of the community (activité communautaire)." },
    PUBLIC_SERVICES: { description: "Help with public services (démarches administratives)." },
    TRANSPORT: { description: "Getting about: licence, bus, car sharing (transport)." },
    VOLUNTEERING: { description: "Volunteering (bénévolat)." },
  },
});

@ObjectType({ description: "One area of the settlement checklist." })
export class WelcomeItem {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => WelcomeArea, { description: "The area." })
  area: WelcomeArea;

  @Field(() => WelcomeItemState, { description: "Where it stands." })
  state: WelcomeItemState;

  @Field(() => String, {
    nullable: true,
    description:
      "The professional who did it or found it not needed, by the subject of their token; null while it is to do.",
  })
  doneBy: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When; null while it is to do." })
  doneOn: string | null;

  @Field(() => String, { nullable: true, description: "In that professional's words; null for none." })
  note: string | null;
}

@ObjectType({ description: "The settlement checklist of a case (liste de contrôle de l'installation)." })
export class WelcomeChecklist {
  @Field(() => [WelcomeItem], { description: "The six areas, in the order a household goes through them." })
  items: WelcomeItem[];

  @Field(() => Int, { description: "How many of the six are done or not needed." })
  settled: number;

  @Field(() => Boolean, { description: "Whether nothing is left to do." })
  complete: boolean;
}

@ObjectType({ description: "Something that a partner arranged for a household (démarche)." })
export class WelcomeStep {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => WelcomeStepKind, { description: "What was arranged." })
  kind: WelcomeStepKind;

  @Field(() => DateScalar, { description: "When." })
  happenedOn: string;

  @Field(() => Int, { description: "How many of the household it is for." })
  people: number;

  @Field(() => String, {
    nullable: true,
    description: "The school, the town, the organisation; null for none.",
  })
  place: string | null;

  @Field(() => String, { nullable: true, description: "In the professional's words; null for none." })
  note: string | null;

  @Field(() => String, { description: "The professional who recorded it, by the subject of their token." })
  recordedBy: string;
}
