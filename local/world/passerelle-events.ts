/** A person at a recruitment event of CCMM, before and after it: pairings, interviews, exchanges, a job or none. */
import { iso, moment, TODAY, type Day } from "./calendar.ts";
import { passerelleSector, type PasserelleLife, type PasserelleStep } from "./passerelle-life.ts";
import type { Passerelle, RecruitmentEvent } from "./recruitment.ts";
import { happens, professionalAt, type Story } from "./story.ts";

/** A person as CCMM knows them. */
export interface Known {
  story: Story;
  life: PasserelleLife;
  registrationId: string;
  adviserId: string;
  draw: Story["random"];
  copy: Passerelle;
}

/** The day a step was entered; null when it was not. */
export function stepOn(life: PasserelleLife, step: PasserelleStep): Day | null {
  return life.steps.find((each) => each.step === step)?.on ?? null;
}

export function isClosed({ closed, reopenedOn }: PasserelleLife): boolean {
  return closed !== null && reopenedOn === null;
}

/** Writes the event that the person went to, or the one to come. */
export function writeEvents(known: Known): void {
  const { life, copy } = known;
  const went = stepOn(life, "RECRUITMENT_EVENT");
  const event = went === null ? undefined : copy.events.get(went);
  if (event) return writeEventOf(known, event, stepOn(life, "EMPLOYED"));
  const next = copy.nextEvent();
  if (next && !isClosed(life) && stepOn(life, "SECTOR_ACTIVITIES") !== null) writeEventOf(known, next, null);
}

/** The event with its pairings and interviews, then exchanges, then a job or none. */
function writeEventOf(
  { story, life, registrationId, draw, copy }: Known,
  event: RecruitmentEvent,
  employedOn: Day | null,
): void {
  const { sheets } = copy;
  const held = event.state === "HELD";
  const registeredOn = Math.max(life.registeredOn, Math.min(TODAY, event.on - draw.int(6, 14)));
  sheets.add("event_participant", {
    id: draw.uuid(registeredOn * 86_400_000),
    eventId: event.id,
    registrationId,
    presence: held ? "PRESENT" : "EXPECTED",
    registeredOn: iso(registeredOn),
  });
  const profile = {
    sector: passerelleSector(story.person.occupation.sector),
    occupation: story.person.occupation.code,
    skills: story.person.skills,
  };
  const decidedOn = Math.min(event.on - 3, TODAY - 1);
  const pairings = copy.pairings(event, profile, 3).map(({ employer, demand, score, reasons }, index) => {
    const state =
      index < 2
        ? held || draw.chance(0.6)
          ? "CONFIRMED"
          : "PROPOSED"
        : draw.chance(0.5)
          ? "SET_ASIDE"
          : "PROPOSED";
    const decided = state !== "PROPOSED";
    const id = draw.uuid(decidedOn * 86_400_000);
    sheets.add("pairing", {
      id,
      eventId: event.id,
      registrationId,
      employerId: employer.id,
      score,
      reasons,
      inputs: { profile, demand },
      computedAt: moment(decidedOn - 1, 100),
      state,
      decidedBy: decided ? professionalAt(story, "ccmm").subject : null,
      decidedAt: decided ? moment(decidedOn, 120) : null,
      decisionReason: state === "SET_ASIDE" ? "Le secteur ne convient pas." : null,
    });
    return { id, employerId: employer.id, confirmed: state === "CONFIRMED" };
  });
  const continued = pairings
    .filter(({ confirmed }) => confirmed)
    .filter(({ id, employerId }, index) => {
      const seat = copy.seat(event, registrationId);
      if (!seat) return false;
      const goesOn = held && (index === 0 ? life.steps.length > 5 || draw.chance(0.4) : draw.chance(0.3));
      const missed = held && !goesOn && draw.chance(0.06);
      sheets.add("interview", {
        id: draw.uuid(decidedOn * 86_400_000),
        pairingId: id,
        eventId: event.id,
        registrationId,
        employerId,
        ...seat,
        state: held ? (missed ? "MISSED" : "HELD") : "SCHEDULED",
        outcome: held && !missed ? (goesOn ? "CONTINUES" : "NOT_RETAINED") : null,
      });
      return goesOn;
    });
  writeAfter({ story, life, registrationId, draw, copy, adviserId: "" }, event, continued, employedOn);
}

function writeAfter(
  { story, life, registrationId, draw, copy }: Known,
  event: RecruitmentEvent,
  continued: readonly { employerId: string }[],
  employedOn: Day | null,
): void {
  const openedOn = stepOn(life, "SELF_DIRECTED_MATCHING");
  const bySelf = draw.chance(0.6);
  const over = life.closed !== null && isClosed(life) ? life.closed.on : null;
  if (openedOn !== null)
    continued.forEach(({ employerId }, index) => {
      const hired = employedOn !== null && bySelf && index === 0;
      const endedOn = hired
        ? employedOn
        : (over ?? (index > 0 && openedOn + 30 <= TODAY ? openedOn + 30 : null));
      copy.sheets.add("exchange", {
        id: draw.uuid(openedOn * 86_400_000),
        registrationId,
        employerId,
        eventId: event.id,
        openedBy: draw.pick(["PARTICIPANT", "EMPLOYER"] as const),
        openedOn: iso(openedOn),
        state: hired ? "HIRED" : endedOn === null ? "OPEN" : "ENDED",
        endedOn: endedOn === null ? null : iso(Math.max(endedOn, openedOn)),
      });
    });
  const employer = continued[0]?.employerId ?? null;
  const outcome = (
    on: Day,
    job: {
      employerId: string | null;
      employerName: string | null;
      way: "RECRUITMENT_EVENT" | "SELF_DIRECTED_MATCHING" | "OTHER";
      eventId: string | null;
    } | null,
  ) =>
    copy.sheets.add("outcome", {
      id: draw.uuid(on * 86_400_000),
      registrationId,
      employed: job !== null,
      since: iso(on),
      recordedAt: moment(on, 300),
      ...(job ?? { employerId: null, employerName: null, way: null, eventId: null }),
    });
  if (employedOn !== null)
    outcome(
      employedOn,
      employer === null
        ? { employerId: null, employerName: "Groupe Beaurivage", way: "OTHER", eventId: null }
        : {
            employerId: employer,
            employerName: null,
            way: bySelf ? "SELF_DIRECTED_MATCHING" : "RECRUITMENT_EVENT",
            eventId: bySelf ? null : event.id,
          },
    );
  else if (openedOn !== null && openedOn + 60 <= TODAY && happens(story, draw, 0.5))
    outcome(openedOn + 60, null);
}
