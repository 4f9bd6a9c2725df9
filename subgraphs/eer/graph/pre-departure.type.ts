/** Pre-departure cases in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar, PartialDateScalar } from "../../../platform/scalars.ts";
import { PreDepartureCloseReason, PreDepartureState } from "../domain/pre-departure.ts";

registerEnumType(PreDepartureState, {
  name: "PreDepartureState",
  description: "Where a pre-departure case stands.",
  valuesConfig: {
    RECEIVED: { description: "Referred by MIFI (reçu)." },
    IN_PROGRESS: { description: "A counsellor began with the person (en cours)." },
    ARRIVED: { description: "The person arrived in Québec (arrivé)." },
    CLOSED: { description: "The case ended before an arrival (fermé)." },
  },
});

registerEnumType(PreDepartureCloseReason, {
  name: "PreDepartureCloseReason",
  description: "Why a case ended before an arrival.",
  valuesConfig: {
    NOT_ELIGIBLE: { description: "Not eligible, without a CSQ for one (non admissible)." },
    CHOSE_MONTREAL: { description: "The person will live in Montréal (choix de Montréal)." },
    WILL_NOT_COME: { description: "The person does not come to Québec (projet abandonné)." },
    WITHDREW: { description: "The person no longer wants the service (désistement)." },
    CONTACT_LOST: { description: "Nobody could reach the person any more (perte de contact)." },
  },
});

@ObjectType({ description: "A person still abroad who said that a region interests them (prédépart)." })
export class PreDepartureCase {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => PreDepartureState, { description: "Where it stands." })
  state: PreDepartureState;

  @Field(() => DateScalar, { description: "When it was received from MIFI." })
  receivedOn: string;

  @Field(() => Boolean, {
    description: "Whether the person holds a CSQ (certificat de sélection du Québec).",
  })
  csqHeld: boolean;

  @Field(() => String, { description: "The country the person lives in: ISO 3166-1, two letters." })
  country: string;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "The arrival expected, as far as it is known; null when it is not.",
  })
  expectedArrival: string | null;

  @Field(() => DateScalar, { nullable: true, description: "When the person arrived; null before." })
  arrivedOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When the case ended before an arrival; null otherwise.",
  })
  closedOn: string | null;

  @Field(() => PreDepartureCloseReason, { nullable: true, description: "Why it ended; null otherwise." })
  closeReason: PreDepartureCloseReason | null;

  regionCodes: string[];
  counsellorId: string | null;
  registrationId: string;
  tenant: string;
}

export const PreDepartureCaseConnection = connectionOf(() => PreDepartureCase, "PreDepartureCase");
