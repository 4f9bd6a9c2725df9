/** A way through Passerelle sectorielle, by its days. */
import { firstFrom, TODAY, type Day } from "./calendar.ts";
import { EVENT_DAYS, nextGathering, PASSERELLE_SECTORS } from "./gatherings.ts";
import type { Random } from "./random.ts";

export const PASSERELLE_STEPS = [
  "QUESTIONNAIRE",
  "ADVISER_CALL",
  "WELCOME_AND_VIDEO",
  "SECTOR_ACTIVITIES",
  "RECRUITMENT_EVENT",
  "SELF_DIRECTED_MATCHING",
  "EMPLOYED",
] as const;
export type PasserelleStep = (typeof PASSERELLE_STEPS)[number];

export type PasserelleClosing = "MOVED_TO_REGION" | "NOT_ELIGIBLE" | "REDIRECTED" | "WITHDREW";

export interface PasserelleLife {
  registeredOn: Day;
  sector: string;
  steps: { step: PasserelleStep; on: Day }[];
  /** Days of the session of welcome, of video and of the sector that the person went to. */
  welcomeOn: Day | null;
  videoOn: Day | null;
  sectorOn: Day | null;
  eventOn: Day | null;
  closed: { on: Day; reason: PasserelleClosing; regionCode: string | null } | null;
  reopenedOn: Day | null;
}

/** The sector of the programme for people of another sector too. */
export function passerelleSector(sector: string): string {
  return (PASSERELLE_SECTORS as readonly string[]).includes(sector) ? sector : "56";
}

/** The way from `registeredOn` as far as `target`, or as far as it came by `until`. */
export function throughPasserelle(
  random: Random,
  registeredOn: Day,
  sector: string,
  target: PasserelleStep,
  until: Day = TODAY,
): PasserelleLife {
  const life: PasserelleLife = {
    registeredOn,
    sector,
    steps: [{ step: "QUESTIONNAIRE", on: registeredOn }],
    welcomeOn: null,
    videoOn: null,
    sectorOn: null,
    eventOn: null,
    closed: null,
    reopenedOn: null,
  };
  const goal = PASSERELLE_STEPS.indexOf(target);
  for (let index = 1; index <= goal; index += 1) {
    const step = PASSERELLE_STEPS[index];
    const before = life.steps.at(-1)?.on ?? registeredOn;
    if (step === undefined) break;
    const on = NEXT_STEP[step](life, before, random);
    if (on === undefined || on > until) break;
    life.steps.push({ step, on });
    attend(life, step, on, until);
  }
  return life;
}

/** When each step is entered, after the day of the one before; undefined when nothing is planned yet. */
const NEXT_STEP: Record<
  PasserelleStep,
  (life: PasserelleLife, before: Day, random: Random) => Day | undefined
> = {
  QUESTIONNAIRE: (_, before) => before,
  ADVISER_CALL: (_, before, random) => before + random.int(3, 10),
  WELCOME_AND_VIDEO: (_, before) => nextGathering("WELCOME", before + 1)?.on,
  SECTOR_ACTIVITIES: ({ videoOn, sector }, before) =>
    nextGathering("SECTOR", Math.max(before, videoOn ?? 0) + 1, sector)?.on,
  RECRUITMENT_EVENT: (_, before) => firstFrom(EVENT_DAYS, before + 7),
  SELF_DIRECTED_MATCHING: (_, before, random) => before + random.int(1, 6),
  EMPLOYED: (_, before, random) => before + random.int(12, 60),
};

/** Notes the session or event to which a step belongs. */
function attend(life: PasserelleLife, step: PasserelleStep, on: Day, until: Day): void {
  if (step === "WELCOME_AND_VIDEO") {
    life.welcomeOn = on;
    life.videoOn = notAfter(nextGathering("VIDEO_TRAINING", on + 1)?.on, until);
  }
  if (step === "SECTOR_ACTIVITIES") life.sectorOn = on;
  if (step === "RECRUITMENT_EVENT") life.eventOn = on;
}

function notAfter(on: Day | undefined, until: Day): Day | null {
  return on !== undefined && on <= until ? on : null;
}
