/** What the organisations report of a life: its milestones, each at its moment. */
import { MilestoneKind, type MilestoneKind as Kind } from "../../subgraphs/registry/domain/milestone.ts";
import type { Mandate } from "../../subgraphs/registry/domain/organisation.ts";
import { moment, type Day } from "./calendar.ts";
import type { Exit, Stay } from "./life.ts";
import type { Story } from "./story.ts";

/** The moment of a milestone: each kind has its own minute, so that those of one day keep their order. */
export function momentOf(kind: `${Kind}`, on: Day): Date {
  return moment(on, 15 + ORDER.indexOf(kind) * 12);
}
const ORDER: readonly `${Kind}`[] = Object.values(MilestoneKind);

/** What the organisations reported, in the order in which it happened. */
export function tellMilestones(story: Story): void {
  const { life, passerelle, milestones } = story;
  const { plan } = life;
  const say = (kind: `${Kind}`, organisation: string | null, on: Day | null) => {
    if (on !== null && organisation !== null) milestones.push({ kind, organisation, on });
  };
  const door = plan.tenant ?? plan.door;
  for (const { organisation, on } of story.registrations.values())
    say(organisation === "mifi" ? "REFERRED_FROM_ABROAD" : "REGISTERED", organisation, on);
  // Responsibility goes over when the referral is accepted: the day on which EER opens the household.
  if (plan.tenant !== plan.door) say("EMPLOYABILITY_ACCEPTED", plan.tenant, life.eerOn);
  const early = story.visitedOn !== null && story.visitedOn + 150 < life.startOn ? story.visitedOn : null;
  if (early !== null) {
    say("CONTACT_LOST", "fccq", early + 120);
    say("REOPENED", door, life.eerOn);
  }
  say("COUNSELLOR_ASSIGNED", plan.tenant, life.abroad?.counsellorOn ?? null);
  say("ARRIVED_IN_QUEBEC", plan.tenant, life.abroad?.arrivedOn ?? null);
  say("COUNSELLOR_ASSIGNED", plan.tenant, life.counsellorOn);
  say("CONTACT_LOST", door, life.pause?.on ?? null);
  say("REOPENED", door, life.pause?.reopenedOn ?? null);
  for (const spell of life.spells) {
    say("READY_DECLARED", plan.tenant, spell.readyOn);
    say("MATCHING_ACCEPTED", "fccq", spell.matchingOn);
    for (const offer of spell.offers) {
      say("OFFER_PROPOSED", "fccq", offer.proposedOn);
      if (offer.answer) say(`OFFER_${offer.answer}`, plan.tenant, offer.answeredOn);
    }
    for (const stay of spell.stays) tellStay(story, stay, say);
  }
  for (const { step, on } of passerelle?.steps ?? []) say(PASSERELLE_KINDS[step], "ccmm", on);
  if (plan.exit) say(EXIT_KINDS[plan.exit], door, life.exitOn);
  milestones.sort(
    (one, other) => momentOf(one.kind, one.on).getTime() - momentOf(other.kind, other.on).getTime(),
  );
}

function tellStay(
  { life, random }: Story,
  stay: Stay,
  say: (kind: `${Kind}`, by: string | null, on: Day | null) => void,
): void {
  const { plan } = life;
  say("REGION_CHOSEN", plan.tenant, stay.chosenOn);
  say("LIAISON_ACCEPTED", stay.partner.code, stay.liaisonOn);
  say("MOVE_DATED", plan.tenant, stay.datedOn);
  say("ARRIVAL_CONFIRMED", stay.partner.code, stay.arrivedOn);
  say("SETTLEMENT_COMPLETED", stay.partner.code, stay.settledOn);
  say("RETENTION_REACHED", random.chance(0.5) ? plan.tenant : stay.partner.code, stay.retainedOn);
  if (stay.end?.kind === "RETURNED") say("RETURNED_TO_MONTREAL", plan.tenant, stay.end.on);
  if (stay.end?.kind === "REGION_CHANGED") say("REGION_CHANGED", plan.tenant, stay.end.on);
}

const EXIT_KINDS: Record<Exit, `${Kind}`> = {
  FOUND_NOT_ELIGIBLE: "FOUND_NOT_ELIGIBLE",
  REDIRECTED: "REDIRECTED",
  WITHDREW: "WITHDREW",
  CONTACT_LOST: "CONTACT_LOST",
};
const PASSERELLE_KINDS = {
  QUESTIONNAIRE: "PASSERELLE_QUESTIONNAIRE",
  ADVISER_CALL: "PASSERELLE_ADVISER_CALL",
  WELCOME_AND_VIDEO: "PASSERELLE_VIDEO",
  SECTOR_ACTIVITIES: "PASSERELLE_SECTOR_ACTIVITY",
  RECRUITMENT_EVENT: "PASSERELLE_RECRUITMENT_EVENT",
  SELF_DIRECTED_MATCHING: "PASSERELLE_SELF_DIRECTED",
  EMPLOYED: "PASSERELLE_EMPLOYED",
} as const satisfies Record<string, `${Kind}`>;

/** The mandates under which each organisation reports. */
export function mandatesOf(organisation: string): readonly Mandate[] {
  return (MANDATES[organisation] ?? ["WELCOME"]) as readonly Mandate[];
}
const MANDATES: Record<string, readonly `${Mandate}`[]> = {
  alliance: ["COORDINATION"],
  fccq: ["MATCHING"],
  promis: ["EMPLOYABILITY", "RELOCATION"],
  "le-collectif": ["EMPLOYABILITY", "RELOCATION"],
  inici: ["EMPLOYABILITY", "RELOCATION"],
  ccmm: ["PASSERELLE"],
  mifi: ["PRE_DEPARTURE_REFERRAL"],
};
