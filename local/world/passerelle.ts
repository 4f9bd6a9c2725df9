/** A person with CCMM: questionnaire, journey, calls, video, sessions, events, and what came of it. */
import { HUB_OPENED, iso, isoOrNull, moment, TODAY, type Day } from "./calendar.ts";
import { writeChange } from "./changes.ts";
import { PASSERELLE_STEPS, type PasserelleLife, type PasserelleStep } from "./passerelle-life.ts";
import { isClosed, stepOn, writeEvents, type Known } from "./passerelle-events.ts";
import type { Passerelle } from "./recruitment.ts";
import { happens, professionalAt, registrationAt, type Story } from "./story.ts";

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
