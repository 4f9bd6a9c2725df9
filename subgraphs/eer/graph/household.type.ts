/** Households in the graph. */
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../../platform/page.ts";
import { DateScalar } from "../../../platform/scalars.ts";
import { HouseholdCloseReason, HouseholdSource, HouseholdState } from "../domain/household.ts";
import { EmployabilityTrack } from "./track.type.ts";

registerEnumType(HouseholdState, {
  name: "HouseholdState",
  description: "Whether EER supports the household.",
  valuesConfig: {
    OPEN: { description: "It is supported (ouvert)." },
    CLOSED: { description: "Its file is closed; it can be opened again (fermé)." },
  },
});

registerEnumType(HouseholdCloseReason, {
  name: "HouseholdCloseReason",
  description: "Why a household's file was closed.",
  valuesConfig: {
    ESTABLISHED: { description: "It is established in its region (établi)." },
    NOT_ELIGIBLE: { description: "It is not eligible (non admissible)." },
    REDIRECTED: { description: "It was sent on to another service (réorienté)." },
    WITHDREW: { description: "It no longer wants to (désistement)." },
    CONTACT_LOST: { description: "Nobody could reach it any more (perte de contact)." },
  },
});

registerEnumType(HouseholdSource, {
  name: "HouseholdSource",
  description: "How a household came to EER.",
  valuesConfig: {
    OUTREACH_EVENT: { description: "By a fair, a webinar or a session (événement)." },
    PARTNER_REFERRAL: { description: "Referred by a partner (référencement)." },
    MIFI_REFERRAL: { description: "Referred by the ministry (référence du MIFI)." },
    WORD_OF_MOUTH: { description: "By somebody they know, an ambassador for one (bouche-à-oreille)." },
    OWN_INITIATIVE: { description: "On their own: the site, a call, a visit (initiative personnelle)." },
  },
});

@ObjectType({ description: "A household that EER supports: the unit it counts (ménage)." })
export class Household {
  @Field(() => ID, { description: "Its id." })
  id: string;

  @Field(() => DateScalar, { description: "When its file was opened: households are counted by it." })
  openedOn: string;

  @Field(() => EmployabilityTrack, { description: "What it moves for: the track of its principal." })
  track: EmployabilityTrack;

  @Field(() => HouseholdSource, { description: "How it came to EER." })
  source: HouseholdSource;

  @Field(() => HouseholdState, { description: "Whether EER supports it." })
  state: HouseholdState;

  @Field(() => DateScalar, {
    nullable: true,
    description: "When its file was closed; null while it is open.",
  })
  closedOn: string | null;

  @Field(() => HouseholdCloseReason, { nullable: true, description: "Why; null while it is open." })
  closeReason: HouseholdCloseReason | null;

  outreachEventId: string | null;
  tenant: string;
}

export const HouseholdConnection = connectionOf(() => Household, "Household");
