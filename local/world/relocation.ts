/** A household's move with Emplois en régions: the region chosen, travel, the plan with its checklist, returns, ambassadors. */
import { STANDARD_CHECKLIST, type RelocationPhase } from "../../subgraphs/eer/domain/checklist.ts";
import { iso, isoOrNull, TODAY, type Day } from "./calendar.ts";
import type { HouseholdFacts } from "./households.ts";
import { reasonForLeaving } from "./leaving.ts";
import type { Stay } from "./life.ts";
import { PARTNERS, type RegionalPartner } from "./places.ts";
import type { EerSheets } from "./rows/eer.ts";
import { cityOf, happens, professionalAt, registrationAt, staysOf, type Story } from "./story.ts";

/** Writes the household's way to a region, and what followed. */
export function writeRelocation(story: Story, household: HouseholdFacts, sheets: EerSheets): void {
  const stays = staysOf(story.life);
  stays.forEach((stay, index) => {
    writeChoice(story, household, stay, supersededOn(stay, stays[index + 1]), sheets);
    writePlan(story, household, stay, sheets);
  });
  writeJourneys(story, household, sheets);
  writeAmbassador(story, household, sheets);
}

const REASONS = [
  "Un emploi dans le métier de la personne.",
  "La famille y a des amis.",
  "La nature et une maison avec un jardin.",
  "Le coût du logement.",
  "Une école et une garderie à proximité.",
  "Une visite exploratoire a convaincu toute la famille.",
];

/** When a choice no longer holds: when the household left for elsewhere, or chose again. */
function supersededOn({ end }: Stay, next: Stay | undefined): Day | null {
  return end !== null && end.kind !== "ABANDONED" ? end.on : (next?.chosenOn ?? null);
}

function writeChoice(
  story: Story,
  { id: householdId, tenant }: HouseholdFacts,
  stay: Stay,
  supersededOn: Day | null,
  sheets: EerSheets,
): void {
  const draw = story.random.fork(`choice ${stay.chosenOn}`);
  sheets.add("region_choice", {
    id: draw.uuid(stay.chosenOn * 86_400_000),
    tenant,
    householdId,
    regionCode: stay.partner.region.code,
    city: cityOf(story, stay.partner),
    reason: draw.chance(0.7) ? draw.pick(REASONS) : null,
    chosenOn: iso(stay.chosenOn),
    chosenWith: professionalAt(story, tenant).subject,
    supersededOn: isoOrNull(supersededOn),
  });
}

function writePlan(story: Story, household: HouseholdFacts, stay: Stay, sheets: EerSheets): void {
  const { id: householdId, tenant } = household;
  const { partner, chosenOn, contactOn, moveOn, arrivedOn, settledOn, end } = stay;
  const draw = story.random.fork(`plan of ${chosenOn}`);
  const id = draw.uuid(chosenOn * 86_400_000);
  const left = end !== null && arrivedOn !== null;
  const state = left
    ? "LEFT"
    : end !== null
      ? "ABANDONED"
      : settledOn !== null
        ? "SETTLED"
        : arrivedOn !== null
          ? "ARRIVED"
          : stay.datedOn !== null
            ? "MOVE_DATED"
            : "PLANNED";
  sheets.add("relocation_plan", {
    id,
    tenant,
    householdId,
    regionCode: partner.region.code,
    city: cityOf(story, stay.partner),
    regionalPartner: partner.code,
    state,
    openedOn: iso(chosenOn),
    contactConfirmedOn: isoOrNull(contactOn),
    moveOn: isoOrNull(moveOn),
    arrivedOn: isoOrNull(arrivedOn),
    settledOn: isoOrNull(settledOn),
    endedOn: isoOrNull(end?.on ?? null),
    endNote: end?.kind === "ABANDONED" ? "Le ménage a renoncé au déménagement." : null,
  });
  writeTasks(story, household, stay, id, sheets);
  if (left)
    sheets.add("relocation_return", {
      id: draw.uuid(end.on * 86_400_000),
      tenant,
      householdId,
      planId: id,
      regionCode: partner.region.code,
      returnedOn: iso(end.on),
      ...reasonForLeaving(story, chosenOn).eer,
      destination: end.kind === "RETURNED" ? "MONTREAL" : "OTHER_REGION",
      note: null,
      recordedBy: professionalAt(story, tenant).subject,
    });
}

/** The day by which each phase of the checklist is over, where it is. */
const PHASE_DONE: Record<RelocationPhase, (stay: Stay) => Day | null> = {
  DEPARTURE: ({ arrivedOn }) => arrivedOn,
  CONTACT: ({ contactOn }) => contactOn,
  MOVE: ({ arrivedOn }) => arrivedOn,
  WELCOME: ({ arrivedOn }) => (arrivedOn === null ? null : arrivedOn + 6),
  INSTALLATION: ({ settledOn }) => settledOn,
};

function writeTasks(
  story: Story,
  { tenant, children }: HouseholdFacts,
  stay: Stay,
  planId: string,
  sheets: EerSheets,
): void {
  const draw = story.random.fork(`tasks of ${stay.chosenOn}`);
  const ours = professionalAt(story, tenant).subject;
  const theirs = story.professionals.get(stay.partner.code)?.subject ?? ours;
  STANDARD_CHECKLIST.forEach(({ phase, kind, owner }, index) => {
    const due =
      (stay.moveOn ?? stay.chosenOn + 45) + (phase === "INSTALLATION" ? 45 : phase === "WELCOME" ? 7 : -7);
    const doneOn = PHASE_DONE[phase](stay);
    const needless = children === 0 && kind.startsWith("SCHOOL_");
    const early = doneOn === null && draw.chance(0.25) ? stay.chosenOn + draw.int(1, 20) : doneOn;
    const closedOn = needless
      ? stay.chosenOn
      : early !== null && early <= TODAY && (stay.end === null || early <= stay.end.on)
        ? early
        : null;
    sheets.add("relocation_task", {
      id: draw.uuid(stay.chosenOn * 86_400_000),
      tenant,
      planId,
      position: index + 1,
      phase,
      kind,
      title: null,
      owner,
      dueOn: iso(due),
      state: closedOn === null ? "TO_DO" : needless ? "NOT_NEEDED" : "DONE",
      closedOn: isoOrNull(closedOn),
      closedBy: closedOn === null ? null : owner === "EER" || needless ? ours : theirs,
    });
  });
}

/** Journeys to meet an employer: before each region chosen for a job, and for an offer that waits for its answer. */
function writeJourneys(story: Story, household: HouseholdFacts, sheets: EerSheets): void {
  if (story.life.plan.track !== "EMPLOYMENT") return;
  const draw = story.random.fork("travel");
  for (const stay of staysOf(story.life))
    if (happens(story, draw, 0.35))
      writeJourney(
        story,
        household,
        Math.max(stay.chosenOn - draw.int(5, 18), household.openedOn),
        stay.partner,
        sheets,
      );
  for (const { proposedOn, answer } of story.life.spells.flatMap(({ offers }) => offers))
    if (answer === null && draw.chance(0.6))
      writeJourney(
        story,
        household,
        Math.min(TODAY, proposedOn + draw.int(0, 4)),
        draw.pick(PARTNERS),
        sheets,
      );
}

/** Asked for, decided, paid. */
function writeJourney(
  story: Story,
  { id: householdId, tenant, principalId }: HouseholdFacts,
  requestedOn: Day,
  partner: RegionalPartner,
  sheets: EerSheets,
): void {
  const draw = story.random.fork(`journey ${requestedOn}`);
  const decidedOn = requestedOn + draw.int(1, 5);
  const travelsOn = requestedOn + draw.int(7, 16);
  const paidOn = travelsOn + draw.int(2, 12);
  const refused = draw.chance(0.08);
  const cancelled = !refused && draw.chance(0.04);
  const state =
    decidedOn > TODAY
      ? "REQUESTED"
      : refused
        ? "REFUSED"
        : cancelled
          ? "CANCELLED"
          : paidOn <= TODAY
            ? "PAID"
            : "APPROVED";
  const decided = state !== "REQUESTED";
  sheets.add("travel_grant", {
    id: draw.uuid(requestedOn * 86_400_000),
    tenant,
    householdId,
    memberId: principalId,
    employer: draw.pick(EMPLOYERS[story.person.occupation.sector] ?? OTHER_EMPLOYERS),
    regionCode: partner.region.code,
    city: cityOf(story, partner),
    travelsOn: iso(travelsOn),
    amountCents: draw.int(6, 42) * 1_000,
    state,
    requestedOn: iso(requestedOn),
    decidedOn: decided ? iso(decidedOn) : null,
    decidedBy: decided ? professionalAt(story, tenant).subject : null,
    decisionReason: state === "REFUSED" ? "L’entrevue a lieu à distance." : null,
    paidOn: state === "PAID" ? iso(paidOn) : null,
  });
}
const EMPLOYERS: Record<string, readonly string[]> = {
  "31": ["Ateliers de la Chute", "Mécanique Boréale", "Fromagerie du Rang Neuf"],
  "54": ["Logiciels Marée haute", "Génie-conseil Nordet"],
  "61": ["École du Plateau", "Académie des Îlets"],
  "62": ["Clinique des Trois-Rivages", "Résidence du Vallon"],
};
const OTHER_EMPLOYERS = ["Groupe Sapinière", "Transport du Cormoran", "Auberge des Quatre-Vents"];

/** Some of the established tell others how it is. */
function writeAmbassador(story: Story, { tenant }: HouseholdFacts, sheets: EerSheets): void {
  const stay = staysOf(story.life).at(-1);
  const draw = story.random.fork("ambassador");
  const rooted = stay?.retainedOn ?? (story.whole ? stay?.settledOn : null) ?? null;
  if (story.life.exitOn !== null || !stay || rooted === null || !happens(story, draw, 0.15)) return;
  const since = rooted + draw.int(2, 60);
  if (since > TODAY) return;
  const until = draw.chance(0.2) && since + 400 < TODAY ? since + 400 : null;
  sheets.add("ambassador", {
    id: draw.uuid(since * 86_400_000),
    tenant,
    registrationId: registrationAt(story, tenant).id,
    regionCode: stay.partner.region.code,
    activities: draw.some(["TESTIMONY", "EVENT", "WELCOMING", "MENTORING"] as const, draw.int(1, 2)),
    since: iso(since),
    until: isoOrNull(until),
  });
}
