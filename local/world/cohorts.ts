/**
 * Who is in the world: so many people of each kind, and when their lives begin, so that the figures that the partners
 * published come out of the tables. All of it once for each copy of the world.
 */
import { day, TODAY, type Day } from "./calendar.ts";
import { live, type Exit, type Life, type Plan, type Stage, type Track, type Twist } from "./life.ts";
import type { PasserelleStep } from "./passerelle-life.ts";
import { PARTNERS } from "./places.ts";
import type { Random } from "./random.ts";
import { TENANTS } from "./staff.ts";

/** [003] Households of 2017-2018, and since Emplois en régions. */
export const HOUSEHOLDS_BEFORE = 260;
export const HOUSEHOLDS_SINCE = 1160;
/** [002] Between these days, both included. */
export const UESQ_FROM = day("2018-11-01");
export const UESQ_TO = day("2019-12-31");
export const UESQ_JOBS = 58;
export const UESQ_PARTICIPANTS = 861;

/** One who is in the world. */
export interface Member {
  life: Life;
  /** Whether they came to one of FCCQ's activities of 2018-2019 before, and have come back since. */
  earlyVisitor: boolean;
  /** Whether they look to FCCQ, activities included, though no match is made for them there. */
  visitor: boolean;
  passerelle: PasserelleStep | null;
}

const A_FAIR_BEFORE = day("2018-03-29");
/** Households of the first two years who had no use for FCCQ's matching. */
const WITHOUT_MATCHING = 180;
const LAST_JOBS = day("2019-12-13");
const A_FAIR_NOW = day("2026-11-19");
const TENANT_SHARES = [
  ["promis", 0.4],
  ["le-collectif", 0.33],
  ["inici", 0.27],
] as const;

/**
 * Everybody but FCCQ's visitors of 2018-2019 who went no further; see `visitors`.
 * @param toldElsewhere the households of Emplois en régions that are not among them
 */
export function members(random: Random, toldElsewhere = 0): Member[] {
  return [
    ...householdsBefore(random.fork("before")),
    ...hiredAtTheBeginning(random.fork("hired")),
    ...withoutMatching(random.fork("direct")),
    ...underWay(random.fork("under way")),
    ...finished(random.fork("finished"), toldElsewhere),
    ...otherDoors(random.fork("doors")),
  ];
}

/** FCCQ's visitors who went no further, one for each of these days, which are those of the activities. */
export function visitors(random: Random, activityDays: readonly Day[]): Member[] {
  return activityDays.map((activityOn, index) => {
    const draw = random.fork(String(index));
    const exit = draw.weighted([
      ["CONTACT_LOST", 5],
      ["WITHDREW", 3],
      ["REDIRECTED", 2],
    ] as const);
    const plan = planned("fccq", null, "INTAKE", { exit });
    const life = live(plan, draw, activityOn - draw.int(5, 60));
    life.exitOn = life.reachedOn = activityOn + draw.int(10, 120);
    return member(life, { visitor: true });
  });
}

function householdsBefore(random: Random): Member[] {
  const atTheFair = TENANTS.flatMap(({ code }) => Array<string>(6).fill(code));
  return Array.from({ length: HOUSEHOLDS_BEFORE }, (_, index) => {
    const draw = random.fork(String(index));
    const tenant = atTheFair[index] ?? draw.weighted(TENANT_SHARES);
    const end = draw.weighted(ENDS);
    const plan = planned(tenant, tenant, end.stage, {
      ...end,
      twist: end.twist === "RETURNED" ? "RETURNED" : null,
      track: trackOf(draw),
    });
    const startOn = index < atTheFair.length ? A_FAIR_BEFORE : draw.int(day("2017-04-03"), A_FAIR_BEFORE - 1);
    return member(live(plan, draw.fork("life"), startOn));
  });
}

/** Those of the 58 jobs: their offers were accepted on these days. */
function hiredAtTheBeginning(random: Random): Member[] {
  return Array.from({ length: UESQ_JOBS }, (_, index) => {
    const draw = random.fork(String(index));
    const tenant = draw.weighted(TENANT_SHARES);
    const end = draw.weighted([
      [{ stage: "ESTABLISHED", exit: null }, 7],
      [{ stage: "FOLLOW_UP", exit: "CONTACT_LOST" }, 2],
      [{ stage: "SETTLEMENT", exit: "WITHDREW" }, 1],
    ] as const);
    const plan = planned(tenant, tenant, end.stage, {
      exit: end.exit,
      viaMatching: true,
      twist: draw.chance(0.15) ? "OFFER_REFUSED" : null,
    });
    const wait = live(plan, draw.fork("life"), 0).spells[0]?.offers.at(-1)?.answeredOn ?? 0;
    const earliest = Math.max(UESQ_FROM + 4, day("2018-04-03") + wait);
    // At least five on the last day, so that nobody waits for others to be published with.
    const acceptedOn = index < 5 ? LAST_JOBS : draw.int(earliest, LAST_JOBS - 1);
    return member(live(plan, draw.fork("life"), acceptedOn - wait), { visitor: true });
  });
}

/** Households of the first two years who found their region without FCCQ; many came to its activities. */
function withoutMatching(random: Random): Member[] {
  return Array.from({ length: WITHOUT_MATCHING }, (_, index) => {
    const draw = random.fork(String(index));
    const tenant = draw.weighted(TENANT_SHARES);
    const end = draw.weighted(ENDS);
    const plan = planned(tenant, tenant, end.stage, { ...end, track: trackOf(draw) });
    return member(live(plan, draw.fork("life"), draw.int(day("2018-04-03"), day("2019-12-20"))), {
      visitor: draw.chance(0.62),
    });
  });
}

/** How many stand at each stage today. */
const STANDING: readonly (readonly [Stage, number, maxDays: number])[] = [
  ["PRE_DEPARTURE", 30, 110],
  ["INTAKE", 28, 12],
  ["EMPLOYABILITY", 66, 75],
  ["MATCHING", 62, 115],
  ["OFFER", 24, 18],
  ["LIAISON", 30, 38],
  ["MOVE", 24, 50],
  ["SETTLEMENT", 38, 105],
  ["FOLLOW_UP", 110, 330],
];
const UNDER_WAY = STANDING.reduce((sum, [, count]) => sum + count, 0);

function underWay(random: Random): Member[] {
  const atTheFair = TENANTS.flatMap(({ code }) => Array<string>(6).fill(code));
  return STANDING.flatMap(([stage, count, maxDays]) =>
    Array.from({ length: count }, (_, index) => {
      const draw = random.fork(`${stage} ${index}`);
      const fair = stage === "INTAKE" ? atTheFair[index] : undefined;
      const tenant = fair ?? draw.weighted(TENANT_SHARES);
      const abroad = stage === "PRE_DEPARTURE" || (stage !== "INTAKE" && draw.chance(0.1));
      const track = trackOf(draw);
      const viaMatching =
        track === "EMPLOYMENT" && (stage === "MATCHING" || stage === "OFFER" || draw.chance(0.75));
      const needsMatching = stage === "MATCHING" || stage === "OFFER";
      const plan = planned(
        abroad ? "mifi" : draw.chance(0.12) && stage !== "INTAKE" ? "fccq" : tenant,
        tenant,
        stage,
        {
          abroad,
          viaMatching: viaMatching || needsMatching,
          track: needsMatching ? "EMPLOYMENT" : track,
          twist: twistFor(draw, stage, viaMatching || needsMatching),
        },
      );
      const dwell = fair ? TODAY - A_FAIR_NOW : draw.int(stage === "PRE_DEPARTURE" ? 14 : 2, maxDays);
      const length = live(plan, draw.fork("life"), 0).reachedOn;
      const life = live(plan, draw.fork("life"), TODAY - dwell - length);
      const passerelle =
        ["EMPLOYABILITY", "MATCHING"].includes(stage) && draw.chance(0.4) ? stepOf(draw) : null;
      return member(clipped(life), {
        passerelle,
        visitor: draw.chance(0.2),
        earlyVisitor: draw.chance(0.07) && !abroad,
      });
    }),
  );
}

/** Those who, in the end, did not come. */
const STAYED_ABROAD = 9;

function finished(random: Random, toldElsewhere: number): Member[] {
  const count = HOUSEHOLDS_SINCE - UESQ_JOBS - WITHOUT_MATCHING - UNDER_WAY - toldElsewhere;
  return Array.from({ length: count }, (_, index) => {
    const draw = random.fork(String(index));
    const tenant = draw.weighted(TENANT_SHARES);
    const end =
      index < STAYED_ABROAD
        ? { stage: "PRE_DEPARTURE" as const, exit: "WITHDREW" as const, twist: null }
        : draw.weighted(ENDS);
    const abroad = end.stage === "PRE_DEPARTURE";
    const track = trackOf(draw);
    const viaMatching =
      (track === "EMPLOYMENT" && draw.chance(0.7)) || end.stage === "MATCHING" || end.stage === "OFFER";
    const plan = planned(abroad ? "mifi" : draw.chance(0.12) ? "fccq" : tenant, tenant, end.stage, {
      ...end,
      abroad,
      viaMatching,
      track: viaMatching ? "EMPLOYMENT" : track,
    });
    const length = live(plan, draw.fork("life"), 0).reachedOn;
    const life = live(
      plan,
      draw.fork("life"),
      draw.int(day(abroad ? "2023-04-11" : "2020-01-06"), TODAY - length - 3),
    );
    return member(life, {
      passerelle: !abroad && draw.chance(0.2) ? stepOf(draw) : null,
      visitor: !abroad && draw.chance(0.3),
      earlyVisitor: !abroad && draw.chance(0.2),
    });
  });
}

/** Those who came by another door, and whom Emplois en régions does not know yet. */
interface Door {
  /** The organisation; `regional` is any of the partners. */
  door: string;
  count: number;
  stage: Stage;
  /** The share of those whose file is closed, and since how many days at most the others came. */
  closed: number;
  openDays: number;
}

const DOORS: readonly Door[] = [
  { door: "fccq", count: 50, stage: "INTAKE", closed: 0.3, openDays: 14 },
  { door: "ccmm", count: 240, stage: "INTAKE", closed: 0.62, openDays: 420 },
  // A referral from abroad ends with Emplois en régions: MIFI closes no file.
  { door: "mifi", count: 10, stage: "PRE_DEPARTURE", closed: 0, openDays: 30 },
  { door: "regional", count: 40, stage: "INTAKE", closed: 0.4, openDays: 16 },
];

function otherDoors(random: Random): Member[] {
  return DOORS.flatMap(({ door, count, stage, closed, openDays }) =>
    Array.from({ length: count }, (_, index) => {
      const draw = random.fork(`${door} ${index}`);
      const exit: Exit | null = draw.chance(closed)
        ? draw.pick(["REDIRECTED", "WITHDREW", "CONTACT_LOST"] as const)
        : null;
      const organisation = door === "regional" ? draw.pick(PARTNERS).code : door;
      const plan = planned(organisation, null, stage, { exit, abroad: door === "mifi" });
      const passerelle = door === "ccmm";
      const life = live(
        plan,
        draw.fork("life"),
        TODAY - (exit ? draw.int(130, 1_900) : draw.int(2, openDays)),
      );
      if (passerelle && life.exitOn !== null)
        life.exitOn = life.reachedOn = Math.min(TODAY - 3, life.startOn + draw.int(60, 700));
      return member(life, { visitor: door === "fccq", passerelle: passerelle ? stepOf(draw) : null });
    }),
  );
}

interface End {
  stage: Stage;
  exit: Exit | null;
  twist: Twist | null;
}

/** How files end, and how often. */
const ENDS: readonly (readonly [End, number])[] = [
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

function planned(door: string, tenant: string | null, target: Stage, more: Partial<Plan>): Plan {
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

function member(life: Life, more: Partial<Member> = {}): Member {
  return { life, earlyVisitor: false, visitor: false, passerelle: null, ...more };
}

function trackOf(random: Random): Track {
  return random.weighted([
    ["EMPLOYMENT", 82],
    ["TRAINING", 9],
    ["BUSINESS_START_UP", 6],
    ["BUSINESS_TAKEOVER", 3],
  ] as const);
}

function stepOf(random: Random): PasserelleStep {
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

function twistFor(random: Random, stage: Stage, viaMatching: boolean): Twist | null {
  if (["PRE_DEPARTURE", "INTAKE"].includes(stage) || random.chance(0.72)) return null;
  const later = ["LIAISON", "MOVE", "SETTLEMENT", "FOLLOW_UP"].includes(stage);
  const twists: Twist[] = ["REOPENED", "RETURNED"];
  if (viaMatching && stage !== "EMPLOYABILITY")
    twists.push("OFFER_REFUSED", "OFFER_REFUSED", "OFFER_WITHDRAWN");
  if (later) twists.push("REGION_CHANGED");
  return random.pick(twists);
}

/** What would come only after the world's today has not come. */
function clipped(life: Life): Life {
  const past = (on: Day | null) => (on !== null && on > TODAY ? null : on);
  if (life.abroad) life.abroad.counsellorOn = past(life.abroad.counsellorOn);
  for (const spell of life.spells) {
    spell.readyOn = past(spell.readyOn);
    for (const stay of spell.stays) stay.contactOn = past(stay.contactOn);
  }
  return life;
}
