/** A welcome case in the graph. */
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import {
  WelcomeCancelReason,
  WelcomeCaseState,
  WelcomeDepartureReason,
  WelcomeDestination,
} from "../domain/welcome-case.ts";

registerEnumType(WelcomeCaseState, {
  name: "WelcomeCaseState",
  description: "Where a welcome case stands.",
  valuesConfig: {
    OPENED: { description: "Opened; the household has not been spoken to yet (ouvert)." },
    CONTACTED: { description: "The contact is established (contact établi)." },
    EXPECTED: { description: "The arrival has a date, and a place is kept (attendu)." },
    ARRIVED: { description: "The household has arrived; its checklist is under way (arrivé)." },
    SETTLED: { description: "Everything on the checklist is done (installé)." },
    ESTABLISHED: { description: "Settled, and still there after twelve months (établi)." },
    LEFT: { description: "The household left the region again (reparti)." },
    CANCELLED: { description: "The household does not come (annulé)." },
  },
});

registerEnumType(WelcomeCancelReason, {
  name: "WelcomeCancelReason",
  description: "Why a household that was to come does not.",
  valuesConfig: {
    CHOSE_ANOTHER_REGION: { description: "It chose another region (autre région)." },
    STAYS_IN_MONTREAL: { description: "It stays in Montréal (reste à Montréal)." },
    JOB_FELL_THROUGH: { description: "The job fell through (emploi non concrétisé)." },
    LOST_CONTACT: { description: "It could no longer be reached (contact perdu)." },
    OTHER: { description: "Another reason (autre)." },
  },
});

registerEnumType(WelcomeDepartureReason, {
  name: "WelcomeDepartureReason",
  description: "Why a household left the region again.",
  valuesConfig: {
    JOB: { description: "The job: lost, or another elsewhere (emploi)." },
    HOUSING: { description: "No suitable home (logement)." },
    FAMILY: { description: "The family: spouse, children, relatives (famille)." },
    STUDIES: { description: "Studies or training elsewhere (études)." },
    ISOLATION: { description: "Isolation (isolement)." },
    SERVICES: { description: "Services that the region lacks (services)." },
    OTHER: { description: "Another reason (autre)." },
  },
});

registerEnumType(WelcomeDestination, {
  name: "WelcomeDestination",
  description: "Where a household went when it left the region.",
  valuesConfig: {
    MONTREAL: { description: "Back to Montréal (Montréal)." },
    ANOTHER_REGION: { description: "To another region of Québec (autre région)." },
    OUTSIDE_QUEBEC: { description: "Out of Québec (hors Québec)." },
    UNKNOWN: { description: "Not known (inconnu)." },
  },
});

@ObjectType({ description: "A household that a regional partner receives (dossier d'accueil)." })
export class WelcomeCase {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => WelcomeCaseState, { description: "Where it stands." })
  state: WelcomeCaseState;

  @Field(() => String, {
    nullable: true,
    description: "The city where the household settles; never translated; null while it is not known.",
  })
  city: string | null;

  @Field(() => Int, { description: "The adults of the household." })
  adults: number;

  @Field(() => Int, { description: "The children of the household." })
  children: number;

  @Field(() => String, {
    description: "The professional of the partner who follows it, by the subject of their token.",
  })
  assignedTo: string;

  @Field(() => DateScalar, { description: "When the partner opened it." })
  openedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the contact was established; null until then.",
  })
  contactedOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the household is expected; null until planned.",
  })
  expectedOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When the household arrived; null until then." })
  arrivedOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When everything on the checklist was done; null until then.",
  })
  settledOn: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When the household left again; null otherwise." })
  leftOn: string | null;

  @Field(() => WelcomeDepartureReason, { nullable: true, description: "Why it left; null otherwise." })
  departureReason: WelcomeDepartureReason | null;

  @Field(() => WelcomeDestination, { nullable: true, description: "Where it went; null otherwise." })
  destination: WelcomeDestination | null;

  @Field(() => DateScalar, { nullable: true, description: "When the case was cancelled; null otherwise." })
  cancelledOn: string | null;

  @Field(() => WelcomeCancelReason, { nullable: true, description: "Why it was cancelled; null otherwise." })
  cancelReason: WelcomeCancelReason | null;

  tenant: string;
  regionCode: string;
  registrationId: string;
}

export const WelcomeCaseConnection = connectionOf(() => WelcomeCase, "WelcomeCase");
