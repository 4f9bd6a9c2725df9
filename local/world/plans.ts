/** What becomes of people, and how often: how files end, what does not go straight on. */
import { TODAY, type Day } from "./calendar.ts";
import type { Exit, Life, Plan, Stage, Track, Twist } from "./life.ts";
import type { PasserelleStep } from "./passerelle-life.ts";
import type { Random } from "./random.ts";

/** One who is in the world. */
export interface Member {
  life: Life;
  /** Whether they came to one of FCCQ's activities of 2018-2019 before, and have come back since. */
  earlyVisitor: boolean;
  /** Whether they look to FCCQ, activities included, though no match is made for them there. */
  visitor: boolean;
  passerelle: PasserelleStep | null;
}

/** How the households are shared among the three of Emplois en régions. */
export const TENANT_SHARES = [
  ["promis", 0.4],
  ["le-collectif", 0.33],
  ["inici", 0.27],
] as const;

export interface End {
  stage: Stage;
  exit: Exit | null;
  twist: Twist | null;
}

/** How files end, and how often. */
export const ENDS: readonly (readonly [End, number])[] = [
  [{ stage: "ESTABLISHED", exit: null, twist: null }, 50],
  [{ stage: "ESTABLISHED", exit: null, twist: "RETURNED" }, 3],
  [{ stage: "ESTABLISHED", exit: null, twist: "REGION_CHANGED" }, 4],
  [{ stage: "ESTABLISHED", exit: null, twist: "REOPENED" }, 3],
  [{ stage: "INTAKE", exit: "FOUND_NOT_ELIGIBLE", twist: null }, 5],
  [{ stage: "INTAKE", exit: "REDIRECTED", twist: null }, 4],
  [{ stage: "EMPLOYABILITY", exit: "WITHDREW", twist: null }, 8],
  [{ stage: "EMPLOYABILITY", exit: "CONTACT_LOST", twist: null }, 8],
  [{ stage: "EMPLOYABILITY", exit: "WITHDREW", twist: "RETURNED" }, 5],
  [{ stage: "EMPLOYABILITY", exit: "REDIRECTED", twist: "REOPENED" }, 3],
  [{ stage: "LIAISON", exit: "WITHDREW", twist: null }, 4],
  [{ stage: "MOVE", exit: "CONTACT_LOST", twist: null }, 2],
  [{ stage: "FOLLOW_UP", exit: "CONTACT_LOST", twist: null }, 3],
];

export function planned(door: string, tenant: string | null, target: Stage, more: Partial<Plan>): Plan {
  return {
    door,
    tenant,
    target,
    track: "EMPLOYMENT",
    viaMatching: false,
    abroad: false,
    exit: null,
    twist: null,
    ...more,
  };
}

export function member(life: Life, more: Partial<Member> = {}): Member {
  return { life, earlyVisitor: false, visitor: false, passerelle: null, ...more };
}

export function trackOf(random: Random): Track {
  return random.weighted([
    ["EMPLOYMENT", 82],
    ["TRAINING", 9],
    ["BUSINESS_START_UP", 6],
    ["BUSINESS_TAKEOVER", 3],
  ] as const);
}

export function stepOf(random: Random): PasserelleStep {
  return random.weighted([
    ["QUESTIONNAIRE", 1],
    ["ADVISER_CALL", 2],
    ["WELCOME_AND_VIDEO", 2],
    ["SECTOR_ACTIVITIES", 3],
    ["RECRUITMENT_EVENT", 3],
    ["SELF_DIRECTED_MATCHING", 4],
    ["EMPLOYED", 4],
  ] as const);
}

export function twistFor(random: Random, stage: Stage, viaMatching: boolean): Twist | null {
  if (["PRE_DEPARTURE", "INTAKE"].includes(stage) || random.chance(0.72)) return null;
  const later = ["LIAISON", "MOVE", "SETTLEMENT", "FOLLOW_UP"].includes(stage);
  const twists: Twist[] = ["REOPENED", "RETURNED"];
  if (viaMatching && stage !== "EMPLOYABILITY")
    twists.push("OFFER_REFUSED", "OFFER_REFUSED", "OFFER_WITHDRAWN");
  if (later) twists.push("REGION_CHANGED");
  return random.pick(twists);
}

/** What would come only after the world's today has not come. */
export function clipped(life: Life): Life {
  const past = (on: Day | null) => (on !== null && on > TODAY ? null : on);
  if (life.abroad) life.abroad.counsellorOn = past(life.abroad.counsellorOn);
  for (const spell of life.spells) {
    spell.readyOn = past(spell.readyOn);
    for (const stay of spell.stays) stay.contactOn = past(stay.contactOn);
  }
  return life;
}
