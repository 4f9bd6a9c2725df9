/**
 * Who is in the world: so many people of each kind, and when their lives begin, so that the figures that the partners
 * published come out of the tables. All of it once for each copy of the world.
 */
import { day, TODAY, type Day } from "./calendar.ts";
import { otherDoors } from "./doors.ts";
import { live, type Stage } from "./life.ts";
import {
  clipped,
  ENDS,
  member,
  planned,
  stepOf,
  TENANT_SHARES,
  trackOf,
  twistFor,
  type Member,
} from "./plans.ts";
import type { Random } from "./random.ts";
import { TENANTS } from "./staff.ts";

/** [003] Households of 2017-2018, and since Emplois en régions. */
const HOUSEHOLDS_BEFORE = 260;
const HOUSEHOLDS_SINCE = 1160;
/** [002] Between these days, both included. */
export const UESQ_FROM = day("2018-11-01");
export const UESQ_TO = day("2019-12-31");
const UESQ_JOBS = 58;
export const UESQ_PARTICIPANTS = 861;

const A_FAIR_BEFORE = day("2018-03-29");
/** Households of the first two years who had no use for FCCQ's matching. */
const WITHOUT_MATCHING = 180;
const LAST_JOBS = day("2019-12-13");
const A_FAIR_NOW = day("2026-11-19");

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
