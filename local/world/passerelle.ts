/** A person with CCMM: questionnaire, journey, calls, video, sessions, events, and what came of it. */
import { HUB_OPENED, iso, isoOrNull, moment, TODAY, type Day } from "./calendar.ts";
import { writeChange } from "./changes.ts";
import {
  passerelleSector,
  PASSERELLE_STEPS,
  type PasserelleLife,
  type PasserelleStep,
} from "./passerelle-life.ts";
import type { Passerelle, RecruitmentEvent } from "./recruitment.ts";
import { happens, professionalAt, registrationAt, type Story } from "./story.ts";

interface Known {
  story: Story;
  life: PasserelleLife;
  registrationId: string;
  adviserId: string;
  draw: Story["random"];
  copy: Passerelle;
}

/** Writes the person's part with CCMM, if it knows them. `callSlot` gives a free quarter of an hour for a call to come. */
export function writePasserelle(story: Story, copy: Passerelle, callSlot: (adviser: string) => Date): void {
  const { passerelle: life } = story;
  if (!life) return;
  const adviser = professionalAt(story, "ccmm");
  const known: Known = {
    story,
    life,
    copy,
    registrationId: registrationAt(story, "ccmm").id,
    adviserId: adviser.id,
    draw: story.random.fork("ccmm"),
  };
  writeParticipant(known);
  if (life.registeredOn >= HUB_OPENED)
    writeChange(copy.sheets, known.draw, {
      organisation: "ccmm",
      action: "passerelleRegister",
      reference: registrationAt(story, "ccmm").reference,
      thingId: known.registrationId,
      madeBy: adviser.subject,
      on: life.registeredOn,
    });
  writeJourney(known);
  writeCalls(known, callSlot);
  writeVideos(known);
  writeSessions(known);
  writeEvents(known);
}

/** The day a step was entered; null when it was not. */
function stepOn(life: PasserelleLife, step: PasserelleStep): Day | null {
  return life.steps.find((each) => each.step === step)?.on ?? null;
}

function isClosed({ closed, reopenedOn }: PasserelleLife): boolean {
  return closed !== null && reopenedOn === null;
}

function writeParticipant({ story, life, registrationId, adviserId, draw, copy }: Known): void {
  const { person } = story;
  const step = life.steps.at(-1) ?? { step: "QUESTIONNAIRE" as const, on: life.registeredOn };
  const closed = isClosed(life) ? life.closed : null;
  const pitchOn = life.videoOn;
  copy.sheets.add("participant", {
    registrationId,
    id: draw.uuid(life.registeredOn * 86_400_000),
    registeredOn: iso(life.registeredOn),
    status: draw.weighted([
      ["PERMANENT_RESIDENT", 60],
      ["CITIZEN_BORN_ABROAD", 20],
      ["TEMPORARY_FOREIGN_WORKER", 12],
      ["PROTECTED_PERSON", 8],
    ] as const),
    postalArea: person.home.postalCode.slice(0, 3),
    sector: life.sector,
    occupation: person.occupation.code,
    skills: person.skills,
    experienceYears: Math.max(0, person.experienceYears),
    answeredOn: iso(life.registeredOn),
    pairingSince: life.eventOn === null ? null : moment(Math.min(life.eventOn - 6, TODAY), 30),
    pitch:
      pitchOn === null
        ? null
        : `${person.occupation.title}: ${Math.max(1, person.experienceYears)} ans d’expérience, ${person.skills.slice(0, 2).join(" et ")}. Je cherche une équipe où apprendre et transmettre.`,
    pitchWrittenOn: isoOrNull(pitchOn),
    adviserId: life.steps.length > 1 ? adviserId : null,
    step: step.step,
    stepSince: iso(step.on),
    closedOn: isoOrNull(closed?.on ?? null),
    closingReason: closed?.reason ?? null,
    regionCode: closed?.regionCode ?? null,
  });
}

function writeJourney({ life, registrationId, draw, copy }: Known): void {
  const add = (
    kind: "ENTERED" | "CLOSED" | "REOPENED",
    step: PasserelleStep,
    on: Day,
    reason: NonNullable<PasserelleLife["closed"]>["reason"] | null = null,
  ) =>
    copy.sheets.add("journey_entry", {
      id: draw.uuid(on * 86_400_000),
      registrationId,
      kind,
      step,
      closingReason: reason,
      happenedOn: iso(on),
      recordedAt: moment(on, 100 + PASSERELLE_STEPS.indexOf(step) * 10 + (kind === "ENTERED" ? 0 : 5)),
    });
  for (const { step, on } of life.steps) add("ENTERED", step, on);
  const last = life.steps.at(-1)?.step ?? "QUESTIONNAIRE";
  if (life.closed) add("CLOSED", last, life.closed.on, life.closed.reason);
  if (life.reopenedOn !== null) add("REOPENED", last, life.reopenedOn);
}

function writeCalls(
  { life, registrationId, adviserId, draw, copy }: Known,
  callSlot: (adviser: string) => Date,
): void {
  const call = (startsAt: Date, state: "SCHEDULED" | "MADE" | "MISSED") =>
    copy.sheets.add("adviser_call", {
      id: draw.uuid(startsAt.getTime()),
      registrationId,
      adviserId,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 15 * 60_000),
      state,
      settledAt: state === "SCHEDULED" ? null : new Date(startsAt.getTime() + 20 * 60_000),
      note:
        state === "MADE"
          ? draw.pick([
              "Objectifs clairs; à inviter à l’accueil.",
              "Diplôme en évaluation; souhaite un premier emploi rapidement.",
              "Connaît déjà le secteur; à jumeler tôt.",
            ])
          : null,
    });
  const madeOn = stepOn(life, "ADVISER_CALL");
  if (madeOn === null) {
    if (!isClosed(life)) call(callSlot(adviserId), "SCHEDULED");
    return;
  }
  if (draw.chance(0.15)) call(moment(madeOn - 2, draw.int(0, 26) * 15), "MISSED");
  call(moment(madeOn, draw.int(0, 26) * 15), "MADE");
}

function writeVideos({ story, life, registrationId, draw, copy }: Known): void {
  if (life.videoOn === null) return;
  const on = life.videoOn + draw.int(2, 12);
  if (on > TODAY || !happens(story, draw, 0.85)) return;
  const until = on + draw.int(30, 120);
  const ending =
    until <= TODAY
      ? draw.weighted([
          [null, 80],
          ["REPLACED", 12],
          ["WITHDRAWN", 8],
        ] as const)
      : null;
  const link = (consentedOn: Day, ended: "REPLACED" | "WITHDRAWN" | null) => {
    const id = draw.uuid(consentedOn * 86_400_000);
    copy.sheets.add("video", {
      id,
      registrationId,
      url: ended ? null : `https://candidatures.example.org/${id}`,
      consentedOn: iso(consentedOn),
      endedOn: ended ? iso(until) : null,
      ending: ended,
    });
  };
  link(on, ending);
  if (ending === "REPLACED") link(until, null);
}

function writeSessions({ life, registrationId, draw, copy }: Known): void {
  const went = [
    ["WELCOME", life.welcomeOn, null],
    ["VIDEO_TRAINING", life.videoOn, null],
    ["SECTOR", life.sectorOn, life.sector],
  ] as const;
  for (const [kind, on, sector] of went) {
    const activityId = on === null ? undefined : copy.session(kind, on, sector);
    if (on === null || activityId === undefined) continue;
    const enrolledOn = Math.max(life.registeredOn, Math.min(TODAY, on - 3));
    const presence = on > TODAY ? "EXPECTED" : "PRESENT";
    copy.sheets.add("attendance", {
      id: draw.uuid(enrolledOn * 86_400_000),
      activityId,
      registrationId,
      presence,
      enrolledOn: iso(enrolledOn),
    });
  }
}

function writeEvents(known: Known): void {
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
