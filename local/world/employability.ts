/** What Emplois en régions keeps of a person's way to a job: eligibility, reflection plan, readiness; and before they came. */
import {
  assessEligibility,
  EligibilityGeneration,
  EligibilityStatus,
  ELIGIBILITY_RULES,
  type EligibilityFacts,
} from "../../subgraphs/eer/domain/eligibility.ts";
import { iso, isoOrNull, moment, TODAY, type Day } from "./calendar.ts";
import type { HouseholdFacts } from "./households.ts";
import type { Spell } from "./life.ts";
import { REGIONS } from "./places.ts";
import type { EerSheets } from "./rows/eer.ts";
import { momentOf } from "./milestones.ts";
import { professionalAt, registrationAt, type Story } from "./story.ts";

/** Writes the person's employability file. */
export function writeEmployability(
  story: Story,
  { tenant, openedOn }: HouseholdFacts,
  sheets: EerSheets,
): void {
  const { life } = story;
  const draw = story.random.fork("employability");
  const registrationId = registrationAt(story, tenant).id;
  sheets.add("employability_file", {
    id: draw.uuid(openedOn * 86_400_000),
    tenant,
    registrationId,
    track: life.plan.track,
    trackSince: iso(openedOn),
    openedOn: iso(openedOn),
  });
  writeEligibility(story, tenant, registrationId, sheets);
  writePreDeparture(story, tenant, registrationId, openedOn, sheets);
  life.spells.forEach((spell, index) => {
    const next = life.spells[index + 1]?.startOn ?? null;
    writePlan(story, tenant, registrationId, spell, sheets);
    writeReadiness(story, tenant, registrationId, spell, next, sheets);
  });
}

const STATUSES = [
  [EligibilityStatus.PERMANENT_RESIDENT_ECONOMIC, 46],
  [EligibilityStatus.PERMANENT_RESIDENT_FAMILY, 12],
  [EligibilityStatus.PERMANENT_RESIDENT_REFUGEE, 9],
  [EligibilityStatus.PERMANENT_RESIDENT_OTHER, 3],
  [EligibilityStatus.PROTECTED_PERSON, 6],
  [EligibilityStatus.ASYLUM_CLAIMANT, 6],
  [EligibilityStatus.TEMPORARY_WORKER_OPEN_PERMIT, 8],
  [EligibilityStatus.TEMPORARY_WORKER_CLOSED_PERMIT, 2],
  [EligibilityStatus.POST_GRADUATION_PERMIT, 5],
  [EligibilityStatus.STUDENT, 3],
] as const;

function writeEligibility(story: Story, tenant: string, registrationId: string, sheets: EerSheets): void {
  const { life, random } = story;
  const draw = random.fork("eligibility");
  const refused = life.plan.exit === "FOUND_NOT_ELIGIBLE";
  const on = refused ? life.exitOn : (life.abroad?.counsellorOn ?? life.counsellorOn);
  if (on === null) return;
  const assessedOn = iso(on);
  const facts = factsOn(story, on, refused);
  const verdict = assessEligibility(facts, assessedOn);
  if (!verdict) throw new RangeError(`No rule of eligibility was in force on ${assessedOn}.`);
  sheets.add("eligibility_assessment", {
    id: draw.uuid(on * 86_400_000),
    tenant,
    registrationId,
    assessedAt: moment(on, 30),
    assessedBy: professionalAt(story, tenant).subject,
    assessedOn,
    ...verdict,
    ...facts,
  });
}

/** Facts that the rule of the day accepts; or that it refuses, when the person was found not eligible. */
function factsOn(story: Story, on: Day, refused: boolean): EligibilityFacts {
  const draw = story.random.fork("facts");
  const [, present] = ELIGIBILITY_RULES;
  const anyStay = present !== undefined && iso(on) >= present.since;
  const base = { generation: EligibilityGeneration.FIRST, csqHeld: draw.chance(0.3) };
  if (refused && (anyStay || draw.chance(0.2)))
    return {
      ...base,
      generation: EligibilityGeneration.BORN_IN_QUEBEC,
      status: EligibilityStatus.NATURALISED_CITIZEN,
      arrivedOn: null,
      csqHeld: false,
    };
  const arrived = life(story, on);
  if (arrived === null) return { ...base, status: EligibilityStatus.ABROAD, arrivedOn: null, csqHeld: true };
  const days = refused
    ? draw.int(1_900, 5_000)
    : anyStay && draw.chance(0.3)
      ? draw.int(1_900, 7_500)
      : draw.int(40, 1_700);
  const status =
    anyStay && days > 1_900 && draw.chance(0.7)
      ? EligibilityStatus.NATURALISED_CITIZEN
      : draw.weighted(STATUSES);
  return { ...base, status, arrivedOn: iso(story.life.abroad ? arrived : on - days) };
}

/** The day they came from abroad, if they came that way and are here; null while they are not. */
function life({ life: { abroad } }: Story, on: Day): Day | null {
  if (!abroad) return on;
  return abroad.arrivedOn !== null && abroad.arrivedOn <= on ? abroad.arrivedOn : null;
}

function writePreDeparture(
  story: Story,
  tenant: string,
  registrationId: string,
  receivedOn: Day,
  sheets: EerSheets,
): void {
  const { abroad, exitOn } = story.life;
  if (!abroad) return;
  const draw = story.random.fork("pre-departure");
  const { counsellorOn, arrivedOn } = abroad;
  const closedOn = arrivedOn === null ? exitOn : null;
  const expected = iso(arrivedOn ?? TODAY + draw.int(20, 200));
  sheets.add("pre_departure_case", {
    id: draw.uuid(receivedOn * 86_400_000),
    tenant,
    registrationId,
    state:
      arrivedOn !== null
        ? "ARRIVED"
        : closedOn !== null
          ? "CLOSED"
          : counsellorOn !== null
            ? "IN_PROGRESS"
            : "RECEIVED",
    receivedOn: iso(receivedOn),
    csqHeld: true,
    country: story.person.country,
    expectedArrival: draw.chance(0.2) ? null : expected.slice(0, draw.pick([4, 7, 10])),
    regionCodes: draw.some(REGIONS, draw.int(1, 3)).map(({ code }) => code),
    counsellorId: counsellorOn === null ? null : professionalAt(story, tenant).id,
    arrivedOn: isoOrNull(arrivedOn),
    closedOn: isoOrNull(closedOn),
    closeReason: closedOn === null ? null : "WITHDREW",
  });
}

const STEPS = [
  ["SKILLS", "Faire le bilan des compétences et des diplômes"],
  ["INTERESTS", "Nommer ce qui compte: le travail, la nature, la culture, la vie de quartier"],
  ["FAMILY", "En parler avec la famille: le travail de l’autre, l’école, la garderie"],
  ["INFORMATION", "Assister au webinaire sur la vie en région"],
  ["REGIONS", "Comparer trois régions"],
  ["JOB_SEARCH", "Adapter le curriculum vitæ et regarder les offres"],
  ["VALIDATION", "Valider le projet avec la conseillère ou le conseiller"],
] as const;

function writePlan(
  story: Story,
  tenant: string,
  registrationId: string,
  { startOn, readyOn }: Spell,
  sheets: EerSheets,
): void {
  const draw = story.random.fork(`plan ${startOn}`);
  const by = professionalAt(story, tenant).subject;
  const openedOn = startOn + draw.int(1, 6);
  if (openedOn > TODAY) return;
  const exitOn = readyOn === null ? story.life.exitOn : null;
  const closedOn = readyOn ?? (exitOn === null ? null : Math.max(exitOn, openedOn));
  const state = readyOn !== null ? "VALIDATED" : closedOn !== null ? "ABANDONED" : "IN_PROGRESS";
  const planId = draw.uuid(openedOn * 86_400_000);
  sheets.add("reflection_plan", {
    id: planId,
    tenant,
    registrationId,
    state,
    openedOn: iso(openedOn),
    closedOn: isoOrNull(closedOn),
    closedBy: closedOn === null ? null : by,
  });
  const until = closedOn ?? TODAY;
  STEPS.forEach(([kind, title], index) => {
    const planned = openedOn + (index + 1) * 8;
    const done =
      state === "VALIDATED"
        ? Math.min(planned, until)
        : planned <= until && draw.chance(0.8)
          ? planned
          : null;
    const dropped = state === "VALIDATED" && index < 6 && draw.chance(0.06);
    sheets.add("reflection_step", {
      id: draw.uuid(openedOn * 86_400_000),
      tenant,
      planId,
      position: index + 1,
      kind,
      title,
      dueOn: iso(planned),
      state: done === null ? "TO_DO" : dropped ? "DROPPED" : "DONE",
      closedOn: isoOrNull(done),
      closedBy: done === null ? null : by,
      note: null,
    });
  });
}

/** Declared once for each spell; taken back when the person returns, or was declared too early. */
function writeReadiness(
  story: Story,
  tenant: string,
  registrationId: string,
  { readyOn }: Spell,
  nextSpellOn: Day | null,
  sheets: EerSheets,
): void {
  if (readyOn === null) return;
  const by = professionalAt(story, tenant).subject;
  const draw = story.random.fork(`ready ${readyOn}`);
  const declaredAt = momentOf("READY_DECLARED", readyOn);
  sheets.add("readiness", {
    id: draw.uuid(declaredAt.getTime()),
    tenant,
    registrationId,
    track: story.life.plan.track,
    declaredOn: iso(readyOn),
    declaredAt,
    declaredBy: by,
    note: draw.chance(0.3) ? "Prête ou prêt à rencontrer des employeurs; disponible dès maintenant." : null,
    withdrawnAt: nextSpellOn === null ? null : moment(nextSpellOn, 60),
    withdrawnBy: nextSpellOn === null ? null : by,
    withdrawalReason: nextSpellOn === null ? null : "De retour à Montréal: la préparation reprend.",
  });
}
